import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import fc from '#db/testing/fast-check';
import { noCopies } from '#lib/catalog/copies/availability';
import { atom, type Feed, lastChange } from '#lib/publishing/feeds/atom';
import type { FeedBook } from '#lib/publishing/feeds/feed-search';
import { feedParameters, parseFeedSearch } from '#lib/publishing/feeds/feed-search';
import { openSearchDescription } from '#lib/publishing/feeds/open-search';
import { robots } from '#lib/publishing/feeds/robots';
import { assertWellFormed, attributesOf, textsOf } from '#lib/publishing/feeds/test-xml';
import { anyText, site } from '#lib/publishing/test-books';

const emma: FeedBook = {
  id: 42,
  title: 'Emma',
  subtitle: null,
  language: 'en',
  year: 1815,
  format: 'book',
  isbn: null,
  otherTitles: [],
  by: [{ id: 1, name: 'Jane Austen', role: 'author', creditedAs: null }],
  cover: '0a1b2c3d',
  availability: { ...noCopies, copies: 1, onShelf: 1 },
  addedAt: new Date('2026-03-02T09:30:00.000Z'),
  summary: 'A matchmaker & her <friends>.',
};

const feedOf = (books: FeedBook[], values: Partial<Feed> = {}): Feed => ({
  site,
  books,
  total: books.length,
  self: '/books/feed.atom?q=a%26b&sort=year',
  page: '/books?q=a%26b&sort=year',
  title: 'New titles',
  library: 'LocalLibrary',
  locale: 'en',
  ...values,
});

const anyFeedBook: fc.Arbitrary<FeedBook> = fc.record({
  id: fc.integer({ min: 1, max: 2_147_483_647 }),
  title: anyText,
  subtitle: fc.option(anyText),
  language: fc.option(fc.oneof(anyText, fc.constantFrom('en', 'grc'))),
  year: fc.constant(null),
  format: fc.constant('book'),
  isbn: fc.constant(null),
  otherTitles: fc.constant([]),
  by: fc.array(
    fc.record({
      id: fc.nat(),
      name: anyText,
      role: fc.constant('author' as const),
      creditedAs: fc.constant(null),
    }),
  ),
  cover: fc.constant('0a1b2c3d'),
  availability: fc.constant(noCopies),
  addedAt: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  summary: fc.option(anyText),
});

/** The rules of RFC 4287 that a feed validator checks. */
function assertValid(xml: string): void {
  assertWellFormed(xml);
  const ids = textsOf(xml, 'id');
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^tag:[a-z0-9.-]+,\d{4}(-\d\d-\d\d)?:[\w./?=&%+*-]+$/i);
  for (const updated of [...textsOf(xml, 'updated'), ...textsOf(xml, 'published')])
    assert.match(updated, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  const entries = attributesOf(xml, 'entry').length;
  assert.equal(ids.length, entries + 1);
  assert.equal(textsOf(xml, 'updated').length, entries + 1);
  assert.equal(textsOf(xml, 'title').length, entries + 1);
  for (const text of [...textsOf(xml, 'title'), ...textsOf(xml, 'name')]) assert.notEqual(text.trim(), '');
  const links = attributesOf(xml, 'link');
  assert.equal(links.filter(({ rel }) => rel === 'self').length, 1);
  assert.equal(links.filter(({ rel }) => rel === 'alternate').length, entries + 1);
  for (const { href = '' } of links) assert.ok(URL.canParse(href) && /^[!-~]+$/.test(href), href);
  for (const { 'xml:lang': lang } of attributesOf(xml, 'title')) assert.match(lang ?? 'en', /^[a-z]{2,3}$/i);
}

test('a feed reader finds the books of a search, when they came and what they are about', () => {
  const xml = atom(feedOf([emma], { total: 7 }));
  assertValid(xml);
  const feed = parseAtomFeed(xml);
  assert.equal(feed.id, 'tag:library.example.org,2026:books/feed.atom?q=a%26b&sort=year');
  assert.equal(feed.updated, '2026-03-02T09:30:00.000Z');
  assert.equal(feed.opensearch?.totalResults, 7);
  const [entry] = feed.entries ?? [];
  assert.equal(entry?.id, 'tag:library.example.org,2026-03-02:books/42');
  assert.equal(entry?.title?.value ?? entry?.title, 'Emma');
  assert.equal(entry?.summary?.value ?? entry?.summary, emma.summary);
  assert.equal(entry?.links?.[0]?.href, `${site}/books/42-emma`);
  assert.equal(entry?.authors?.[0]?.name, 'Jane Austen');
});

test('what XML cannot hold is left out, wherever it comes from', () => {
  const xml = atom(feedOf([], { library: 'Lib\u0000\u000brary \ud800\ufffe' }));
  assert.deepEqual(textsOf(xml, 'name'), ['Library ']);
});

test('a feed without a book is one too', () => {
  assertValid(atom(feedOf([])));
  assert.equal(lastChange([]).getTime(), 0);
});

test('whatever a cataloger typed and a reader looked for, the feed is valid', () => {
  const books = fc.uniqueArray(anyFeedBook, { selector: ({ id }) => id, maxLength: 5 });
  fc.assert(
    fc.property(books, anyText, (found, q) => {
      const search = parseFeedSearch(new URLSearchParams({ q, sort: 'title', page: '-1' }));
      const query = feedParameters(search);
      const title = search.q || 'New titles';
      assertValid(
        atom(
          feedOf(found, { self: `/books/feed.atom?${query}`, page: `/books?${query}`, title: `“${title}”` }),
        ),
      );
    }),
  );
});

for (const address of ['http://[::1]:3000', 'http://127.0.0.1:3000', 'not an address']) {
  test(`a feed has a name of its own at ${address}`, () =>
    assert.match(
      textsOf(atom(feedOf([], { site: address })), 'id')[0] ?? '',
      /^tag:[a-z0-9][a-z0-9.-]*,2026:/,
    ));
}

test('a search has one address for its feed', () => {
  const same = ['q=emma&page=3', 'page=x&size=100&q=%20emma%00&sort=newest', 'sort=nothing&q=emma'];
  for (const asked of same)
    assert.equal(feedParameters(parseFeedSearch(new URLSearchParams(asked))).toString(), 'q=emma');
});

test('a search of thousands of parameters is read as fast as they come', () => {
  const began = performance.now();
  const search = parseFeedSearch(new URLSearchParams('q=emma&genre=1&'.repeat(20_000)));
  assert.equal(feedParameters(search).toString(), 'q=emma&genre=1');
  assert.ok(performance.now() - began < 500);
});

test('a browser learns how to search, to suggest and to subscribe', () => {
  const description = 'x'.repeat(2000);
  const xml = openSearchDescription({
    site,
    name: 'The library of <Ærø> & more',
    description,
    locale: 'pt-BR',
  });
  assertWellFormed(xml);
  const [root] = attributesOf(xml, 'OpenSearchDescription');
  assert.equal(root?.xmlns, 'http://a9.com/-/spec/opensearch/1.1/');
  assert.deepEqual(textsOf(xml, 'ShortName'), ['The library of <']);
  assert.equal(textsOf(xml, 'Description')[0]?.length, 1024);
  assert.deepEqual(textsOf(xml, 'Language'), ['pt-BR']);
  const urls = attributesOf(xml, 'Url');
  assert.deepEqual(
    urls.map(({ type }) => type),
    [
      'text/html',
      'application/x-suggestions+json',
      'application/atom+xml',
      'application/opensearchdescription+xml',
    ],
  );
  assert.deepEqual(
    urls.map(({ template }) => template),
    [
      '/books?q={searchTerms}',
      '/books/suggestions?q={searchTerms}',
      '/books/feed.atom?q={searchTerms}',
      '/opensearch.xml',
    ].map((path) => site + path),
  );
  for (const { template = '', rel } of urls) {
    assert.equal(template.includes('{searchTerms}'), rel !== 'self');
    assert.ok(URL.canParse(template.replace('{searchTerms}', 'emma')));
  }
});

/** Whether a crawler may ask: the longest rule that fits decides, as RFC 9309 says. */
function allowed(path: string): boolean {
  const rules = robots(site)
    .split('\n')
    .flatMap((line) => {
      const [, kind, pattern] = /^(Allow|Disallow): (.+)$/.exec(line) ?? [];
      return kind && pattern ? [{ kind, pattern }] : [];
    });
  const fits = ({ pattern }: { pattern: string }) =>
    new RegExp(`^${pattern.replaceAll(/[.?+^$()|[\]\\{}]/g, '\\$&').replaceAll('*', '.*')}`).test(path);
  const [longest] = rules.filter(fits).sort((a, b) => b.pattern.length - a.pattern.length);
  return longest?.kind === 'Allow';
}

test('crawlers may ask for records and lists, and are told where all of them are', () => {
  for (const path of [
    '/',
    '/books',
    '/books?page=2',
    '/books/42-emma',
    '/authors/1-x',
    '/covers/1-0a1b2c3d.svg',
  ])
    assert.ok(allowed(path), path);
  assert.match(robots(site), /\nSitemap: https:\/\/library\.example\.org\/sitemap\.xml\n$/);
});

test('crawlers are asked to leave searches, files and what belongs to one reader', () => {
  const others = ['/books?q=emma', '/books?sort=year&page=2', '/preferences', '/list/1-2', '/api/v1/books'];
  for (const path of [
    ...others,
    '/books/42-emma/cite/citation.bib',
    '/books/feed.atom?q=x',
    '/books/suggestions',
  ])
    assert.ok(!allowed(path), path);
});
