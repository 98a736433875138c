import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newClient, remembered } from '../support/http-client.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { url } = await sharedLibrary();

test('A mistyped address of a book is one look at it; what is no book, or only fetched ahead, is none', async () => {
  const client = newClient();
  const viewed = async () => (await remembered(client, url)).viewed;
  await client.get(`${url}/books/7-of-another-name`);
  assert.deepEqual(await viewed(), [7]);
  const unseen: [path: string, init: RequestInit][] = [
    ['/books/2147483647', {}],
    ['/books/abc', {}],
    ['/books/8abc', {}],
    ['/books/8/copies', {}],
    ['/books/8', { method: 'HEAD' }],
    ['/books/8', { headers: { 'sec-purpose': 'prefetch' } }],
    ['/books/8', { headers: { rsc: '1', 'next-router-prefetch': '1' } }],
    ['/covers/8-00000000.svg', {}],
    ['/list/8', {}],
  ];
  for (const [path, init] of unseen) {
    await client.get(url + path, init);
    assert.deepEqual(await viewed(), [7], path);
  }
});
