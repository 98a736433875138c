import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, assertHeaders, newClient, remembered } from '../support/http-client.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { url, get } = await sharedLibrary();

const read = (path: string, init: RequestInit = {}) => get(`/api/v1${path}`, { redirect: 'manual', ...init });

const everything = [
  '/books',
  '/books/1',
  '/books/1/copies',
  '/authors',
  '/authors/1',
  '/genres',
  '/languages',
  '/counts',
  '/search?q=garcia',
  '/suggestions?q=gar',
  '/openapi.json',
];

for (const path of everything) {
  test(`Any site may read ${path}, with or without cookies, and keep it`, async () => {
    const headers = {
      origin: 'https://elsewhere.example',
      accept: 'text/html',
      cookie: 'library-session=any; __Host-library-session=any',
    };
    const answer = await read(path, { headers });
    assert.equal(answer.status, 200);
    assertHeaders(answer, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': /Link/,
      'access-control-allow-credentials': null,
      'set-cookie': null,
      'cache-control': 'public, no-cache',
      'x-content-type-options': 'nosniff',
    });
    assert.doesNotMatch(answer.headers.get('vary') ?? '', /cookie/i);
    assert.ok(JSON.parse(answer.text));
    assert.equal((await read(path)).text, answer.text);

    const etag = answer.headers.get('etag') ?? '';
    const again = await read(path, { headers: { 'if-none-match': etag } });
    assert.deepEqual([again.status, again.headers.get('etag'), again.text], [304, etag, '']);

    const head = await read(path, { method: 'HEAD' });
    assert.deepEqual([head.status, head.headers.get('etag'), head.text], [200, etag, '']);
    assert.equal(head.headers.get('link'), answer.headers.get('link'));
  });
}

test('Whoever follows the links meets every book and author once', async () => {
  for (const list of ['/books?limit=100', '/books?limit=37&sort=year', '/authors?limit=50']) {
    const seen: number[] = [];
    for (let next: string | undefined = list; next; ) {
      const answer: Answer = await read(next);
      seen.push(...JSON.parse(answer.text).items.map(({ id }: { id: number }) => id));
      next = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    const counts = JSON.parse((await read('/counts')).text);
    const total = list.startsWith('/books') ? counts.books : counts.authors;
    assert.deepEqual([list, seen.length, new Set(seen).size], [list, total, total]);
  }
});

test('A program finds what was mistyped, narrows it by a count it was told, and is suggested the rest', async () => {
  const readJson = async (path: string) => JSON.parse((await read(path)).text);
  const found = await readJson('/search?q=frankenstien');
  assert.equal(found.corrected, 'frankenstein');
  const [language] = found.facets.language;
  const narrowed = await readJson(`/search?q=frankenstien&language=${language.value}`);
  assert.equal(narrowed.total, language.count);
  const { authors, books } = await readJson('/suggestions?q=garcia%20mar');
  assert.equal(authors[0].name, 'Gabriel García Márquez');
  for (const { page } of [...authors, ...books])
    assert.equal((await get(page, { redirect: 'manual' })).status, 200, page);
});

test('Text that means something elsewhere is only text', async () => {
  for (const q of ['"', '*', 'AND (', '%', "'; drop table books; --", '🐈‍⬛', '\0', 'a\0b', '\\', '(('])
    for (const path of ['/search', '/suggestions'])
      assert.equal((await read(`${path}?q=${encodeURIComponent(q)}`)).status, 200, path + q);
});

test('Asking the API is no visit', async () => {
  const client = newClient();
  await client.get(`${url}/`);
  for (const path of everything) await client.get(`${url}/api/v1${path}`);
  assert.partialDeepStrictEqual(await remembered(client, url), { num_visits: 1 });
});
