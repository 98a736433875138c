import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { db, transaction } from '#db/client';
import { books } from '#db/schema/catalog';
import { insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { bookRow, insertBooks } from '#db/testing/records';
import { maxBooks } from '#lib/search/candidates';
import { paramsOf, parseSearch } from '#lib/search/request';
import { resultsOf } from '#lib/search/results';
import { search } from '#lib/search/search';
import { stoppedClock } from '#lib/search/test-clock';

const howMany = maxBooks + 300;

/** Different for each number, in no order, and the same every time. */
const mixed = (number: number, by: number) => (number * by + 7) % howMany;

/** Whatever they are ordered by, some are equal, and the first are spread over all ids. */
const volumes = Array.from({ length: howMany }, (_, number) => ({
  ...bookRow({
    title: `Volume ${Math.floor(mixed(number, 1117) / 2)}`,
    series: number % 20 === 0 ? 'Saga Rarities' : 'Saga',
    authorKey: number % 11 === 0 ? undefined : `author ${mixed(number, 1231) % 400}`,
    year: number % 13 === 0 ? null : (mixed(number, 1303) % 900) - 100,
    addedAt: new Date(Date.parse('2020-01-01') + Math.floor(mixed(number, 1409) / 2) * 60_000),
    language: number % 10 === 0 ? 'fr' : 'en',
    format: number % 12 === 0 ? 'film' : 'book',
  }),
}));
type Volume = typeof books.$inferSelect;

const bytewise = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const byTitle = (a: Volume, b: Volume) => bytewise(a.sortKey, b.sortKey) || a.id - b.id;
const last = Number.NEGATIVE_INFINITY;
const orders = {
  title: byTitle,
  author: (a: Volume, b: Volume) => bytewise(a.authorKey, b.authorKey) || byTitle(a, b),
  year: (a: Volume, b: Volume) => {
    const [one, other] = [a.year ?? last, b.year ?? last];
    return one === other ? byTitle(a, b) : other - one;
  },
  newest: (a: Volume, b: Volume) => b.addedAt.getTime() - a.addedAt.getTime() || b.id - a.id,
};
const orderNames = Object.keys(orders) as (keyof typeof orders)[];

describe('where more books are found than are looked at, in another order than how well they answer', () => {
  freshDatabase();
  stoppedClock();
  let all: Volume[] = [];
  before(async () => {
    await transaction(async (tx) => {
      await insertLanguages(tx, 'en', 'fr');
      await insertBooks(tx, volumes);
    });
    all = await db.select().from(books);
  });

  const asked = (query: string) => parseSearch(paramsOf(query), { size: 10 });
  const sorted = (found: Volume[], order: keyof typeof orders) =>
    found.toSorted(orders[order]).map(({ id }) => id);

  for (const order of orderNames)
    for (const query of ['q=saga', 'q=sag', 'q=sagga', 'language=en&language=fr'])
      test(`the first of all are the first: ${query}, by ${order}`, async () => {
        const { ids, coverage } = await search(asked(`${query}&sort=${order}`));
        assert.deepEqual(ids, sorted(all, order).slice(0, maxBooks));
        assert.equal(coverage, 'ordered');
      });

  test('whatever is searched, filtered and ordered, the page is that of all books in order', async () => {
    const words = fc.constantFrom('', 'saga', 'saga volume', 'sag', 'rarities', 'rarities saga');
    const language = fc.subarray(['en', 'fr'] as const);
    const format = fc.subarray(['book', 'film'] as const);
    const anySearch = fc.record({
      words,
      language,
      format,
      order: fc.constantFrom(...orderNames),
      page: fc.integer({ min: 1, max: 25 }),
      size: fc.constantFrom(10, 100),
    });
    await fc.assert(
      fc.asyncProperty(anySearch, async ({ words, language, format, order, page, size }) => {
        fc.pre(words !== '' || language.length + format.length > 0);
        const params = new URLSearchParams({ q: words, sort: order, size: String(size), page: String(page) });
        for (const code of language) params.append('language', code);
        for (const kind of format) params.append('format', kind);
        const passing = all.filter(
          (book) =>
            (language.length === 0 || language.some((code) => code === book.language)) &&
            (format.length === 0 || format.some((kind) => kind === book.format)) &&
            (!words.startsWith('rarities') || book.series === 'Saga Rarities'),
        );
        const expected = sorted(passing, order).slice(0, maxBooks);
        const results = await resultsOf(asked(String(params)));
        assert.equal(results.coverage, passing.length > maxBooks ? 'ordered' : 'complete');
        const from = (results.page.number - 1) * size;
        assert.deepEqual(
          results.books.map(({ id }) => id),
          expected.slice(from, from + size),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('page after page leads to the end, each book once', async () => {
    const request = asked('language=en&language=fr&sort=author&size=100');
    const pages = await Promise.all(
      Array.from({ length: maxBooks / 100 }, (_, before) => resultsOf({ ...request, page: before + 1 })),
    );
    const ids = pages.flatMap((results) => results.books.map(({ id }) => id));
    assert.deepEqual(ids, sorted(all, 'author').slice(0, maxBooks));
    assert.deepEqual((await resultsOf({ ...request, page: 21 })).page, pages.at(-1)?.page);
  });

  test('without any words the best are the first by title', async () => {
    const { ids, coverage } = await search({ ...asked('q=!&format=book'), sort: 'relevance' });
    const volumes = all.filter(({ format }) => format === 'book');
    assert.deepEqual(ids, sorted(volumes, 'title').slice(0, maxBooks));
    assert.equal(coverage, 'ordered');
  });

  test('whenever time ends it, what is said of it is true', async (t) => {
    const said = new Set<string>();
    for (let looks = 1; looks < 30; looks++) {
      let looked = 0;
      const clock = t.mock.method(performance, 'now', () => (looked++ < looks ? 0 : 1000));
      const { ids, coverage, cutShort } = await search(asked('q=saga&sort=year'));
      clock.mock.restore();
      const first = sorted(all, 'year').slice(0, maxBooks);
      if (coverage === 'ordered') assert.deepEqual(ids, first);
      else
        assert.deepEqual(
          ids,
          sorted(
            all.filter(({ id }) => ids.includes(id)),
            'year',
          ),
        );
      assert.deepEqual(ids.length === maxBooks, coverage !== 'timedOut');
      assert.equal(cutShort, coverage !== 'ordered');
      said.add(coverage);
    }
    assert.ok(said.has('truncated') && said.has('ordered'), [...said].join(', '));
  });
});
