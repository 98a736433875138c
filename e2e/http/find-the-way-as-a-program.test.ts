import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import openSearch from 'opensearch-browser';
import { ask, assertHeaders } from '../support/http-client.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { url, get } = await sharedLibrary();

test('An OpenSearch client finds out how to search here, and searches', async () => {
  // The client is made for browsers, where this is at hand.
  Object.assign(globalThis, { DOMParser });
  const service = await openSearch.discover(`${url}/opensearch.xml`);
  const { shortName, urls } = service.getDescription();
  assert.equal(shortName, 'LocalLibrary');
  assert.deepEqual(
    urls.map(({ type, relations }) => [type, relations]),
    [
      ['text/html', ['results']],
      ['application/x-suggestions+json', ['suggestions']],
      ['application/atom+xml', ['results']],
      ['application/opensearchdescription+xml', ['self']],
    ],
  );
  const found = async (searchTerms: string) =>
    (await service.search({ searchTerms }, 'application/atom+xml')).records;
  assert.match(JSON.stringify(await found('años & soledad')), /Cien años de soledad/);
  assert.equal((await found('zzyzx')).length, 0);
});

test('Browsers are answered as OpenSearch has it, without a cookie or a visit', async () => {
  const answer = await get('/books/suggestions?q=hobb');
  const [q, titles, descriptions, addresses] = JSON.parse(answer.text);
  assert.deepEqual([q, titles, descriptions], ['hobb', ['The Hobbit'], ['J. R. R. Tolkien']]);
  assert.match(addresses[0], new RegExp(`^${url}/books/\\d+-the-hobbit$`));
  assertHeaders(answer, {
    'content-type': 'application/x-suggestions+json; charset=utf-8',
    'cache-control': 'private, max-age=60',
    'set-cookie': null,
  });
});

test('A feed is in the language of the asker, and is not sent twice', async () => {
  for (const path of ['/feeds/new.atom', '/books/feed.atom?q=garcia&sort=year&page=9']) {
    const answer = await get(path, { headers: { 'accept-language': 'pt' } });
    assertHeaders(answer, { 'content-type': 'application/atom+xml; charset=utf-8', 'set-cookie': null });
    assert.match(answer.text, /xml:lang="pt-BR"/);
    const etag = answer.headers.get('etag') ?? '';
    const again = await get(path, { headers: { 'accept-language': 'pt', 'if-none-match': etag } });
    assert.deepEqual([again.status, again.text], [304, '']);
  }
});

test('Every book of the library is in its sitemap, and each address is the one that answers', async () => {
  const addresses = async (sitemap: string) => {
    const answer = await ask(sitemap);
    assertHeaders(answer, { 'content-type': 'application/xml; charset=utf-8' });
    return [...answer.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
  };
  const parts = await addresses(`${url}/sitemap.xml`);
  assert.ok(parts.includes(`${url}/sitemap/books-1.xml`));
  assert.ok((await get('/robots.txt')).text.includes(`Sitemap: ${url}/sitemap.xml`));
  const all = (await Promise.all(parts.map(addresses))).flat();
  assert.equal(new Set(all).size, all.length);
  for (const address of all.filter((_, at) => at % 40 === 0))
    assert.equal((await ask(address, { redirect: 'manual' })).status, 200, address);
});
