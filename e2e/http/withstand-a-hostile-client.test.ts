import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendLines } from '../support/raw-request.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { url, get } = await sharedLibrary();

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
const policyOf = (answer: string) => /^content-security-policy: (.*)$/im.exec(answer)?.[1] ?? '';

/** The answer to such a first line, with more headers where they are given. */
const send = (firstLine: string, ...headers: string[]) =>
  sendLines(url, [`${firstLine} HTTP/1.1`, 'Host: library.test', 'Connection: close', ...headers]);

for (const path of [
  '/covers/../books',
  '/covers/%2e%2e/books',
  '/covers/%2e%2e%2fbooks/1',
  '/_next/static/../../books',
  '/books/suggestions/../1',
  '/x/../api/v1/counts',
  '/covers/a/b',
  '/_global-error',
]) {
  test(`A way around is no address, and its page has a policy: ${path}`, async () => {
    const answer = await send(`GET ${path}`);
    assert.equal(statusOf(answer), 404);
    assert.match(policyOf(answer), /default-src 'self'/);
  });
}

test('A request with the whole address gets what it asks for', async () => {
  assert.equal(statusOf(await send('GET http://library.test/books')), 200);
});

for (const asked of [
  'GET *',
  'OPTIONS *',
  'TRACE /books',
  'TRACE /sitemap.xml',
  'TRACE /covers/1-00000000.svg',
]) {
  test(`${asked} is refused, and no failure of the library`, async () => {
    assert.ok([400, 404, 405].includes(statusOf(await send(asked))));
  });
}

for (const host of ['a b', '"><script>', '%', '[::1', 'x:99999', 'http://x/']) {
  test(`No name of a host makes the library fail: ${host}`, async () => {
    for (const path of ['/', '/books/suggestions?q=e', '/sitemap.xml', '/feeds/new.atom']) {
      const forwarded = await send(`GET ${path}`, `X-Forwarded-Host: ${host}`);
      assert.equal(statusOf(forwarded), 200, path);
      assert.ok(!forwarded.split('\r\n\r\n').slice(1).join().includes(`://${host}`), path);
    }
  });
}

test('A client that offers another protocol is answered in this one', async () => {
  for (const protocol of ['h2c', 'websocket']) {
    for (const path of ['/api/v1/counts', '/_next/webpack-hmr']) {
      const asked = [`GET ${path} HTTP/1.1`, 'Host: library.test', `Upgrade: ${protocol}`];
      const answer = await sendLines(url, [...asked, 'Connection: Upgrade, close']);
      assert.ok([200, 404].includes(statusOf(answer)), path);
    }
  }
});

test('A form sent from another site is refused', async () => {
  const sendForm = (origin: string) => {
    const body = new FormData();
    body.set('size', '20');
    return get('/books', { method: 'POST', headers: { origin }, body });
  };
  for (const origin of ['http://elsewhere.test', 'null', '%%%'])
    assert.equal((await sendForm(origin)).status, 403, origin);
  assert.notEqual((await sendForm(url)).status, 403);
});

test('More parameters than anybody has are no address', async () => {
  const address = (many: number) => `?${'q=a&'.repeat(many)}`;
  for (const path of ['/books', '/genres', '/books/feed.atom', '/books/suggestions'])
    assert.equal((await get(path + address(3000))).status, 404, path);
  assert.equal((await get(`/books${address(900)}`)).status, 200);
  assert.equal((await get(`/api/v1/search${address(3000)}`)).status, 404);
});
