import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { assertHeaders } from '../support/http-client.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { get } = await sharedLibrary();

test('A cover is a picture that a browser keeps for ever', async () => {
  const { text: html } = await get('/books');
  const answer = await get(/\/covers\/[^"]+\.svg/.exec(html)?.[0] ?? '');
  assert.equal(answer.status, 200);
  assert.match(answer.text, /^<svg /);
  assertHeaders(answer, {
    'content-type': /^image\/svg\+xml/,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': /default-src 'none'/,
    'set-cookie': null,
  });
});

test('The address of a cover of before leads to the one of now, and is not kept', async () => {
  const answer = await get('/covers/1-00000000.svg', { redirect: 'manual' });
  assert.equal(answer.status, 308);
  assertHeaders(answer, { 'cache-control': 'no-store', location: /^\/covers\/1-[0-9a-f]{8}\.svg$/ });
  const now = await get(answer.headers.get('location') ?? '', { redirect: 'manual' });
  assert.equal(now.status, 200);
});

for (const file of [
  '999999-00000000.svg',
  '0-00000000.svg',
  '99999999999-00000000.svg',
  '1.svg',
  '1-00000000.png',
  'abc',
  '%00',
  '..%2f1-00000000.svg',
]) {
  test(`There is no cover ${file}`, async () => {
    const { status, headers } = await get(`/covers/${file}`);
    assert.equal(status, 404);
    assert.doesNotMatch(headers.get('cache-control') ?? '', /immutable/);
  });
}

test('A cover whose name cannot be read is none', async () => {
  assert.ok([400, 404].includes((await get('/covers/%E0%A4%A')).status));
});

/** Where the page of a book says that its picture is. */
let picture: string;
before(async () => {
  const { text: results } = await get('/books?q=good+omens');
  const book = /<h2[^>]*><a[^>]* href="([^"?]+)/.exec(results)?.[1] ?? '';
  const { text: html } = await get(book);
  assert.match(html, /<meta property="og:type" content="book"/);
  assert.match(html, /<meta property="og:title" content="Good Omens"/);
  picture = new URL(/<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '').pathname;
});

test('Other sites get a picture of a book, and may keep it for ever', async () => {
  const answer = await get(picture);
  assert.equal(answer.status, 200);
  assertHeaders(answer, {
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'set-cookie': null,
  });
  assert.equal(answer.body.readUInt32BE(16), 1200);
  assert.equal((await get('/covers/999999-00000000-1.png')).status, 404);
});

test('Whoever has another version of a picture is led to the one of now, in one step', async () => {
  for (const other of [
    picture.replace(/-[0-9a-f]{8}-/, '-00000000-'),
    picture.replace(/-\d+\.png$/, '-999.png'),
    picture.replace(/-[0-9a-f]{8}-\d+\./, '-ffffffff-0.'),
  ]) {
    const answer = await get(other, { redirect: 'manual' });
    assert.deepEqual([other, answer.status, answer.body.length], [other, 308, 0]);
    assertHeaders(answer, { location: picture, 'cache-control': 'no-store' });
  }
  assert.equal((await get(picture, { redirect: 'manual' })).status, 200);
});

test('A picture that many ask for at once is the same for all', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => get(picture)));
  const [first] = answers;
  for (const { status, body } of answers)
    assert.deepEqual([status, body.equals(first?.body ?? Buffer.alloc(0))], [200, true]);
});

test('Pictures are not made in any size that an address asks for, nor kept on the disk', async () => {
  const cover = encodeURIComponent('/covers/1-00000000-1.png');
  assert.equal((await get(`/_next/image?url=${cover}&w=3840&q=75`)).status, 404);
});
