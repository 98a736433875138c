import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { keepCookiesPrivate } from '#lib/http/session-cookie';

async function headersOf(answer: RequestListener) {
  const server = createServer((request, response) => {
    keepCookiesPrivate(response);
    response.setHeader('set-cookie', ['library-session=1', '__Host-library-session=2', 'other=3']);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      redirect: 'manual',
    });
    return { cookies: headers.getSetCookie(), cacheControl: headers.get('cache-control') };
  } finally {
    server.close();
  }
}

const all = ['library-session=1', '__Host-library-session=2', 'other=3'];

for (const cacheControl of ['private, no-store', 'private, no-cache, no-store, max-age=0, must-revalidate'])
  test(`with ${cacheControl} the session's cookie goes out`, async () => {
    const sent = await headersOf((_, response) => response.setHeader('cache-control', cacheControl).end());
    assert.deepEqual(sent, { cookies: all, cacheControl });
  });

for (const cacheControl of [
  'public, max-age=0',
  'no-cache',
  'public, max-age=31536000, immutable',
  'max-age=5',
])
  test(`with ${cacheControl} it does not, and others do`, async () => {
    const sent = await headersOf((_, response) => response.setHeader('cache-control', cacheControl).end());
    assert.deepEqual(sent, { cookies: ['other=3'], cacheControl });
  });

test('an answer that says nothing of caches is kept by none', async () => {
  const sent = await headersOf((_, response) => response.writeHead(308, { location: '/x' }).end());
  assert.deepEqual(sent, { cookies: all, cacheControl: 'private, no-store' });
});
