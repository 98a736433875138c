import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask } from '../support/http-client.ts';
import { startLibrary } from '../support/library-server.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { get } = await sharedLibrary();

const never = [
  'abc',
  '0',
  '00',
  '-1',
  '1e3',
  '1.0',
  '0x1',
  '99999999999',
  '2147483648',
  '2147483647',
  '%00',
  '1%00',
];
const unreadable = ['%E0%A4%A', '%', '1-%E0%A4%A', '%C0%AF', '%FF'];

for (const list of ['books', 'authors', 'genres']) {
  for (const record of never) {
    test(`There is no record ${record} among the ${list}`, async () => {
      assert.equal((await get(`/${list}/${record}`)).status, 404);
    });
  }

  for (const record of unreadable) {
    test(`An address that cannot be read is none: /${list}/${record}`, async () => {
      assert.ok([400, 404].includes((await get(`/${list}/${record}`)).status));
    });
  }

  test(`An older or mistyped address of one of the ${list} leads to the right one for good`, async () => {
    const moved = await get(`/${list}/1`, { redirect: 'manual' });
    const right = moved.headers.get('location') ?? '';
    assert.match(right, new RegExp(`^/${list}/1-[a-z]`));
    for (const wrong of [
      '1',
      '1-',
      '1-something-else',
      '1-%25',
      '1-%2F',
      '1-%E2%82%AC',
      `${'1-'}${'x'.repeat(500)}`,
    ]) {
      const { status, headers } = await get(`/${list}/${wrong}`, { redirect: 'manual' });
      assert.deepEqual([wrong, status, headers.get('location')], [wrong, 308, right]);
    }
    assert.equal((await get(right, { redirect: 'manual' })).status, 200);
  });
}

test('No address, however strange, is a failure of the library', async (t) => {
  const library = await startLibrary();
  t.after(library.stop);
  for (const path of [
    '/books/1-%25',
    '/authors/1-%25',
    '/genres/1-%25',
    '/books/1/copies',
    '/%',
    '/..%2f',
    '/covers/',
  ]) {
    assert.ok((await ask(library.url + path)).status < 500, path);
  }
  await t.waitFor(() => assert.ok(library.log().some((line) => line.includes('/covers/'))), {
    timeout: 10_000,
  });
  assert.deepEqual(
    library.log().filter((line) => line.includes('failed')),
    [],
  );
});

test('What is not there is said in the page itself, in the theme of the reader', async () => {
  for (const path of ['/nothing', '/books/abc', '/books/2147483647', '/authors/abc', '/list/abc']) {
    const { status, text } = await get(path);
    const heading = /<h1>(.*?)<\/h1>/.exec(text)?.[1];
    assert.deepEqual([path, status, heading], [path, 404, 'This page is not here']);
    assert.match(text, /<html[^>]* data-theme="system"/, path);
  }
});

for (const path of [
  '/sitemap/books-0.xml',
  '/sitemap/books-42950.xml',
  '/sitemap/books-99999.xml',
  '/sitemap/members-1.xml',
  '/sitemap/%00',
  '/books/1/cite/citation.exe',
  '/books/1/cite/__proto__',
  '/books/999999/cite/citation.bib',
  '/books/abc/cite/citation.bib',
  '/feeds/old.atom',
]) {
  test(`There is nothing at ${path}`, async () => {
    assert.equal((await get(path)).status, 404);
  });
}
