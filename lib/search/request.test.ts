import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formats } from '#db/schema/catalog';
import fc from '#db/testing/fast-check';
import { pageSizes } from '#lib/lists/page-sizes';
import {
  countGiven,
  isQueryTooLong,
  isSearch,
  ordersFor,
  paramsOf,
  parseQuery,
  parseSearch,
  type SearchRequest,
  searchAddress,
  withoutFilter,
} from '#lib/search/request';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 999_999_999 }), { maxLength: 20 });
const code = fc.constantFrom('en', 'es', 'pt-br', 'grc', 'zh-hant');
const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map(parseQuery);

const filters = fc.record(
  {
    available: fc.constantFrom<'shelf'[]>([], ['shelf']),
    format: fc.subarray([...formats]),
    genre: ids,
    language: fc.uniqueArray(code),
    author: ids,
    decade: fc.uniqueArray(
      fc.integer({ min: -300, max: 210 }).map((tens) => tens * 10 || 0),
      { maxLength: 20 },
    ),
  },
  { noNullPrototype: true },
);

const request: fc.Arbitrary<SearchRequest> = words.chain((q) =>
  fc.record(
    {
      q: fc.constant(q),
      filters,
      sort: fc.constantFrom(...ordersFor(q)),
      page: fc.integer({ min: 1, max: 1_000_000_000 }),
      size: fc.constantFrom(...pageSizes),
    },
    { noNullPrototype: true },
  ),
);

const behind = (address: string) => address.slice('/books?'.length);
const read = (query: string) => parseSearch(paramsOf(query), { size: 10 });

test('what is printed is read again as it was', () => {
  fc.assert(fc.property(request, (asked) => assert.deepEqual(read(behind(searchAddress(asked))), asked)));
});

test('nothing that an address can hold is a failure, and what is read of it stays', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'q',
      'genre',
      'language',
      'author',
      'decade',
      'format',
      'available',
      'sort',
      'page',
      'size',
    ),
    fc.string({ unit: 'binary' }),
  );
  const value = fc.string({ unit: 'binary', maxLength: 400 });
  const params = fc.dictionary(name, fc.oneof(value, fc.array(value, { maxLength: 300 })), { maxKeys: 12 });
  fc.assert(
    fc.property(params, (any) => {
      const asked = parseSearch(any, { size: 20 });
      assert.ok(asked.q.isWellFormed() && asked.q.length <= 200);
      assert.deepEqual(read(behind(searchAddress(asked))), asked);
    }),
  );
});

const readings: [query: string, is: Partial<SearchRequest>][] = [
  ['q=+Emma+', { q: 'Emma', sort: 'relevance' }],
  ['q=Em%00ma', { q: 'Em ma' }],
  ['q=one&q=two', { q: 'one' }],
  ['sort=relevance', { sort: 'title' }],
  ['q=a&sort=newest', { sort: 'newest' }],
  ['q=a&sort=drop', { sort: 'relevance' }],
  ['q=a&page=-1', { page: 1 }],
  ['q=a&page=1000000000', { page: 1_000_000_000 }],
  ['q=a&size=50', { size: 50 }],
  ['q=a&size=10000', { size: 10 }],
  ['q=a&size=20&size=50', { size: 10 }],
];
for (const [query, is] of readings)
  test(`${query} is read as ${JSON.stringify(is)}`, () => assert.partialDeepStrictEqual(read(query), is));

describe('filters that cannot be', () => {
  test('are left out, and the others stay', () => {
    const asked = read(
      'genre=3&genre=x&genre=-1&genre=0&genre=1e3&format=scroll&format=map&decade=1965&available=no',
    );
    assert.deepEqual(asked.filters, {
      available: [],
      format: ['map'],
      genre: [3],
      language: [],
      author: [],
      decade: [],
    });
  });

  test('are counted, those that say nothing are not', () => {
    assert.equal(countGiven(paramsOf('genre=3&genre=3&genre=x&language=EN&language=en&format=&q=a')), 3);
  });

  test('of two hundred of a kind twenty stay', () => {
    const many = Array.from({ length: 200 }, (_, i) => `genre=${i + 1}`).join('&');
    assert.equal(read(many).filters.genre.length, 20);
  });
});

test('an address without words and filters asks for all books', () => {
  for (const query of ['', 'q=', 'q=+++', 'page=2', 'sort=title', 'genre='])
    assert.ok(!isSearch(paramsOf(query)), query);
  for (const query of ['q=a', 'genre=1', 'genre=x', 'available=shelf'])
    assert.ok(isSearch(paramsOf(query)), query);
});

test('a cut never leaves half a letter', () => {
  const long = `${'a'.repeat(499)}😀`;
  assert.equal(parseQuery(long), 'a'.repeat(499));
  assert.ok(isQueryTooLong(long) && !isQueryTooLong('a'.repeat(500)));
  assert.equal(parseQuery('a\ud800b'), 'a\ufffdb');
});

test('a filter is taken away alone, and the first page is shown', () => {
  const before = read('q=a&genre=1&genre=2&language=es&page=3');
  const { filters, page } = withoutFilter(before, 'genre', 1);
  assert.deepEqual([filters.genre, filters.language, page], [[2], ['es'], 1]);
});
