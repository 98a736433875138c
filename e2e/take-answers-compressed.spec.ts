import { once } from 'node:events';
import { get, type IncomingMessage, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';

const gzip = { 'accept-encoding': 'gzip' };

async function answerTo(address: string, headers: Record<string, string> = {}) {
  const [answer] = (await once(get(address, { headers }), 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

const texts = [
  '/books?q=the',
  '/api/v1/openapi.json',
  '/api/v1/books',
  '/api/v1/search?q=the',
  '/feeds/new.atom',
  '/sitemap/books-1.xml',
];

for (const path of texts) {
  test(`${path} is a third as long for who takes it compressed`, async ({ library }) => {
    const plain = await answerTo(library.url + path);
    const packed = await answerTo(library.url + path, gzip);
    expect([plain.status, packed.status]).toEqual([200, 200]);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary?.toLowerCase()).toContain('accept-encoding');
    expect(packed.headers['content-type']).toBe(plain.headers['content-type']);
    expect(packed.headers.etag).toBe(plain.headers.etag);
    expect(packed.body.length).toBeLessThan(plain.body.length / 3 + 1000);
    if (!path.startsWith('/books')) expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  });
}

test('covers are drawings that compress, pictures for other sites are not compressed again', async ({
  library,
}) => {
  const home = (await answerTo(library.url)).body.toString();
  const [cover = ''] = /\/covers\/[\w-]+\.svg/.exec(home) ?? [];
  expect((await answerTo(library.url + cover, gzip)).headers['content-encoding']).toBe('gzip');
  const book = (await answerTo(`${library.url}/api/v1/books?limit=1`)).body.toString();
  const [{ page: address }] = JSON.parse(book).items;
  const page = (await answerTo(library.url + address)).body.toString();
  const [picture = ''] = /\/covers\/[\w-]+\.png/.exec(page) ?? [];
  const png = await answerTo(library.url + picture, gzip);
  expect(png.headers['content-type']).toBe('image/png');
  expect(png.headers['content-encoding']).toBeUndefined();
});

for (const path of ['/api/v1/openapi.json', '/feeds/new.atom']) {
  test(`${path} is not sent again to who has it compressed, nor with its head`, async ({ library }) => {
    const known = await answerTo(library.url + path, gzip);
    const again = await answerTo(library.url + path, {
      ...gzip,
      'if-none-match': String(known.headers.etag),
    });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.headers['content-encoding']).toBeUndefined();

    const asked = send(library.url + path, { method: 'HEAD', headers: gzip }).end();
    const [head] = (await once(asked, 'response')) as [IncomingMessage];
    expect([head.statusCode, head.headers['content-type'], (await buffer(head)).length]).toEqual([
      200,
      known.headers['content-type'],
      0,
    ]);
  });
}
