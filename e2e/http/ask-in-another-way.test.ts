import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask } from '../support/http-client.ts';
import { startLibrary } from '../support/library-server.ts';
import { requestAs } from '../support/raw-request.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { url, get } = await sharedLibrary();

const { text: home } = await get('/');
const { text: books } = await get('/books');
const script = /\/_next\/static\/[^"]+\.js/.exec(home)?.[0] ?? '';
const book = /href="(\/books\/\d+-[^"?]+)/.exec(books)?.[1] ?? '';

const pages = [
  '/',
  '/books?q=emma',
  book,
  '/books/1',
  '/books/999999',
  '/list',
  '/preferences',
  '/nothing',
  '/-',
];
const files = [
  '/icon.svg',
  '/favicon.ico',
  script,
  '/_next/static/none.js',
  '/covers/1-00000000.svg',
  '/covers/none.svg',
  '/feeds/new.atom',
  '/sitemap.xml',
  '/robots.txt',
  '/opensearch.xml',
  '/healthz',
  '/preferences/download',
  '/books/suggestions?q=emma',
  `${book}/cite/ris`,
];
const reading = 'GET, HEAD, OPTIONS';

for (const [paths, allow, methods] of [
  [pages, `${reading}, POST`, ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE']],
  [files, reading, ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE']],
] as const)
  for (const path of paths)
    test(`${path} says which methods may be used`, async () => {
      for (const method of methods) {
        const { status, headers } = await requestAs(method, url, path);
        assert.deepEqual([method, status, headers.allow], [method, 405, allow]);
        assert.equal(headers['set-cookie'], undefined);
      }
      const { status, headers } = await requestAs('OPTIONS', url, path);
      assert.deepEqual([status, headers.allow], [204, allow]);
    });

for (const path of ['/icon.svg', script])
  test(`A part of ${path} is a part of it, and one that it has not is refused`, async () => {
    const { text: whole, headers } = await get(path);
    const part = await get(path, { headers: { range: 'bytes=2-5' } });
    assert.deepEqual([part.status, part.text], [206, whole.slice(2, 6)]);
    assert.equal(part.headers.get('content-encoding'), null);
    const beyond = await get(path, { headers: { range: 'bytes=99999999-' } });
    assert.equal(beyond.status, 416);
    assert.match(beyond.headers.get('content-range') ?? '', /^bytes \*\/\d+$/);
    for (const range of ['bytes=abc', 'bytes=5-2', 'bytes=0-1,4-5', 'pages=1-2']) {
      const all = await get(path, { headers: { range } });
      assert.ok([all.status, all.text].join() === [200, whole].join(), range);
    }
    const own = headers.get('etag') ?? '';
    assert.equal((await get(path, { headers: { 'if-match': own } })).status, 200);
  });

for (const path of [...pages, ...files, '/api/v1/books', '/api/v1/nothing'])
  test(`${path} is not given to whoever means another version, and never fails`, async () => {
    const asItIs = (await get(path, { redirect: 'manual' })).status;
    const meant = async (headers: Record<string, string>) =>
      (await get(path, { headers, redirect: 'manual' })).status;
    assert.equal(await meant({ 'if-match': '"another"' }), asItIs === 200 ? 412 : asItIs);
    assert.equal(await meant({ 'if-match': '*' }), asItIs);
    const longAgo = { 'if-unmodified-since': 'Mon, 01 Jan 1990 00:00:00 GMT' };
    assert.ok([asItIs, 412].includes(await meant(longAgo)));
    assert.ok([asItIs, 206, 416].includes(await meant({ range: 'bytes=99999999-' })));
  });

test('Where Next serves by itself, methods are refused, and a file is whole whatever part is meant', async (t) => {
  const library = await startLibrary({ door: 'next start' });
  t.after(library.stop);
  for (const [method, path] of [
    ['PUT', '/books'],
    ['PROPFIND', '/icon.svg'],
    ['POST', '/feeds/new.atom'],
  ] as const)
    assert.equal((await requestAs(method, library.url, path)).status, 405, path);
  const asked: Record<string, string>[] = [{ range: 'bytes=99999999-' }, { 'if-match': '"another"' }];
  for (const headers of asked) assert.equal((await ask(`${library.url}/icon.svg`, { headers })).status, 200);
});
