import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sharedLibrary } from '../support/shared-library.ts';

const { url, get } = await sharedLibrary();

const gzip = { 'accept-encoding': 'gzip' };

/** The bytes as they are sent: `fetch` would unpack them. */
async function bytesOf(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const [answer] = await once(request(url + path, { headers, method }).end(), 'response');
  const { statusCode, headers: sent } = answer as IncomingMessage;
  return { status: statusCode, headers: sent, body: await buffer(answer) };
}

for (const path of [
  '/books?q=the',
  '/api/v1/openapi.json',
  '/api/v1/books',
  '/api/v1/search?q=the',
  '/feeds/new.atom',
  '/sitemap/books-1.xml',
]) {
  test(`${path} is much shorter for who takes it compressed`, async () => {
    const plain = await bytesOf(path);
    const packed = await bytesOf(path, gzip);
    assert.deepEqual([plain.status, packed.status], [200, 200]);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.match(packed.headers.vary ?? '', /accept-encoding/i);
    assert.equal(packed.headers['content-type'], plain.headers['content-type']);
    assert.equal(packed.headers.etag, plain.headers.etag);
    assert.ok(packed.body.length < plain.body.length / 2, `${plain.body.length} → ${packed.body.length}`);
    // A page has a nonce of its own each time.
    if (!path.startsWith('/books')) assert.ok(gunzipSync(packed.body).equals(plain.body));
  });
}

test('covers are drawings that compress, pictures for other sites are not compressed again', async () => {
  const { text: home } = await get('/');
  const cover = await bytesOf(/\/covers\/[\w-]+\.svg/.exec(home)?.[0] ?? '', gzip);
  assert.equal(cover.headers['content-encoding'], 'gzip');
  const { text: book } = await get('/books/1');
  const picture = await bytesOf(/\/covers\/[\w-]+\.png/.exec(book)?.[0] ?? '', gzip);
  assert.equal(picture.headers['content-type'], 'image/png');
  assert.equal(picture.headers['content-encoding'], undefined);
});

for (const path of ['/api/v1/openapi.json', '/feeds/new.atom']) {
  test(`${path} is not sent again to who has it compressed, nor with its head`, async () => {
    const known = await bytesOf(path, gzip);
    const again = await bytesOf(path, { ...gzip, 'if-none-match': String(known.headers.etag) });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
    assert.equal(again.headers['content-encoding'], undefined);
    const head = await bytesOf(path, gzip, 'HEAD');
    assert.deepEqual([head.status, head.body.length], [200, 0]);
    assert.equal(head.headers['content-type'], known.headers['content-type']);
  });
}
