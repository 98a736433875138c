import { connect } from 'node:net';
import { expect, test } from './fixtures.ts';

/** The answer to a request that no browser would send, as it comes. */
function answerTo(url: string, lines: string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    socket.setTimeout(10_000, () => socket.destroy(new Error('There was no end to the answer.')));
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
const policyOf = (answer: string) => /^content-security-policy: (.*)$/im.exec(answer)?.[1];

test('Pictures are not made in any size that an address asks for, nor kept on the disk', async ({
  request,
}) => {
  const picture = encodeURIComponent('/covers/1-00000000-1.png');
  const answer = await request.get(`/_next/image?url=${picture}&w=3840&q=75`);
  expect(answer.status()).toBe(404);
});

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
  test(`A way around is no address, and its page has a policy: ${path}`, async ({ library }) => {
    const answer = await answerTo(library.url, [
      `GET ${path} HTTP/1.1`,
      'Host: library.test',
      'Connection: close',
    ]);
    expect(statusOf(answer)).toBe(404);
    expect(policyOf(answer)).toContain("default-src 'self'");
  });
}

test('A request with the whole address gets what it asks for', async ({ library }) => {
  const asked = ['GET http://library.test/books HTTP/1.1', 'Host: library.test', 'Connection: close'];
  expect(statusOf(await answerTo(library.url, asked))).toBe(200);
});

for (const asked of [
  'GET *',
  'OPTIONS *',
  'TRACE /books',
  'TRACE /sitemap.xml',
  'TRACE /covers/1-00000000.svg',
]) {
  test(`${asked} is refused, and no failure of the library`, async ({ library }) => {
    const answer = await answerTo(library.url, [
      `${asked} HTTP/1.1`,
      'Host: library.test',
      'Connection: close',
    ]);
    expect([400, 404, 405]).toContain(statusOf(answer));
  });
}

for (const host of ['a b', '"><script>', '%', '[::1', 'x:99999', 'http://x/']) {
  test(`No name of a host makes the library fail: ${host}`, async ({ library }) => {
    for (const path of ['/', '/books/suggestions?q=e', '/sitemap.xml', '/feeds/new.atom']) {
      const asked = [`GET ${path} HTTP/1.1`, 'Host: library.test', 'Connection: close'];
      const forwarded = await answerTo(library.url, [...asked, `X-Forwarded-Host: ${host}`]);
      expect(statusOf(forwarded), path).toBe(200);
      expect(forwarded.split('\r\n\r\n').slice(1).join()).not.toContain(`://${host}`);
    }
  });
}

test('A client that offers another protocol is answered in this one', async ({ library }) => {
  for (const protocol of ['h2c', 'websocket']) {
    for (const path of ['/api/v1/counts', '/_next/webpack-hmr']) {
      const asked = [`GET ${path} HTTP/1.1`, 'Host: library.test', `Upgrade: ${protocol}`];
      const answer = await answerTo(library.url, [...asked, 'Connection: Upgrade, close']);
      expect([200, 404], path).toContain(statusOf(answer));
    }
  }
});

test('A form sent from another site is refused', async ({ request, library }) => {
  for (const origin of ['http://elsewhere.test', 'null', '%%%']) {
    const answer = await request.post('/books', { headers: { origin }, multipart: { size: '20' } });
    expect(answer.status(), origin).toBe(403);
  }
  const own = { headers: { origin: library.url }, multipart: { size: '20' } };
  expect((await request.post('/books', own)).status()).not.toBe(403);
});

test('More parameters than anybody has are no address', async ({ request }) => {
  const address = (many: number) => `?${'q=a&'.repeat(many)}`;
  for (const path of ['/books', '/genres', '/books/feed.atom', '/books/suggestions'])
    expect((await request.get(path + address(3000))).status(), path).toBe(404);
  expect((await request.get(`/books${address(900)}`)).status()).toBe(200);
  expect((await request.get(`/api/v1/search${address(3000)}`)).status()).toBe(404);
});
