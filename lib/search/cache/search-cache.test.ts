import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { books } from '#db/schema/catalog';
import { engine, freshDatabase, testDay, testNow } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { countQueries } from '#db/testing/queries';
import { insertBook } from '#db/testing/records';
import { changeBook } from '#lib/catalog/books/book-commands';
import { loadDemonstration } from '#lib/catalog/demonstration/load-demonstration';
import { cachedSearch } from '#lib/search/cache/search-cache';
import '#db/testing/alone';
import { noFilters } from '#lib/search/request';
import { resultsOf } from '#lib/search/results';
import { search } from '#lib/search/search';
import { stoppedClock } from '#lib/search/test-clock';

describe('a search that was made before', () => {
  freshDatabase();
  stoppedClock();
  before(() => transaction((tx) => loadDemonstration(tx, testNow, testDay)));

  const asked = (q: string) => ({ q, filters: noFilters(), sort: 'relevance' }) as const;
  const costs = (q: string) => countQueries(() => cachedSearch(asked(q)));

  test('asks the database only whether anything changed', async () => {
    const first = await cachedSearch(asked('hobbit'));
    assert.equal(await costs('hobbit'), 1);
    assert.equal(await cachedSearch(asked('hobbit')), first);
    const filtered = await cachedSearch({
      ...asked('hobbit'),
      filters: { ...noFilters(), language: ['es'] },
    });
    assert.deepEqual(filtered.ids, []);
    assert.notEqual(await cachedSearch({ ...asked('hobbit'), sort: 'title' }), first);
  });

  test('is made again once something was committed, not before, and never for what was rolled back', async () => {
    const found = async () => (await cachedSearch(asked('quagga'))).ids.length;
    assert.equal(await found(), 0);
    await assert.rejects(
      transaction(async (tx) => {
        await insertBook(tx, { title: 'The Quagga' });
        // PGlite has one connection, which is the transaction's until it ends.
        if (engine !== 'embedded') assert.equal(await found(), 0);
        throw new Error('rolled back');
      }),
      /rolled back/,
    );
    assert.equal(await found(), 0);
    await transaction((tx) => insertBook(tx, { title: 'The Quagga' }));
    assert.equal(await found(), 1);
    await transaction((tx) => tx.delete(books).where(eq(books.title, 'The Quagga')));
    assert.equal(await found(), 0);
  });

  test('has its books at hand, page by page, until one of them changes', async () => {
    const request = (page: number, size: number) => ({ ...asked('the'), page, size });
    const shown = async (page: number, size: number) => {
      const { books: rows } = await resultsOf(request(page, size));
      return rows.map(({ id, title }) => `${id} ${title}`);
    };
    const [first = '', ...others] = await shown(1, 10);
    assert.equal(others.length, 9);
    assert.equal(await countQueries(() => shown(1, 10)), 1);
    assert.deepEqual((await shown(1, 20)).slice(0, 10), [first, ...others]);
    assert.equal((await shown(2, 10)).includes(first), false);
    assert.deepEqual(await shown(1, 10), [first, ...others]);
    const id = Number.parseInt(first, 10);
    const title = first.replace(/^\d+ /, '');
    await changeBook(id, { title: `${title}!` });
    assert.equal((await shown(1, 10))[0], `${first}!`);
    await changeBook(id, { title });
  });

  test('that many ask at once is made once', async () => {
    const found = await Promise.all(Array.from({ length: 20 }, () => cachedSearch(asked('moby'))));
    assert.equal(new Set(found).size, 1);
  });

  test('that failed is made again', async () => {
    const broken = { ...asked('emma'), filters: null as unknown as ReturnType<typeof noFilters> };
    await assert.rejects(cachedSearch(broken));
    assert.equal((await cachedSearch(asked('emma'))).ids.length, 1);
  });

  test('is forgotten after a hundred others', async () => {
    const first = await cachedSearch(asked('walden'));
    for (let i = 0; i < 99; i++) await cachedSearch(asked(`nothing${i}`));
    assert.equal(await cachedSearch(asked('walden')), first);
    for (let i = 0; i < 100; i++) await cachedSearch(asked(`nothing${i}`));
    assert.notEqual(await cachedSearch(asked('walden')), first);
  });

  test('finds what a search finds, whatever was written between', async () => {
    const words = ['okapi', 'gnu', 'the'] as const;
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), word: fc.constantFrom(...words) }),
      fc.record({ kind: fc.constant('ask' as const), word: fc.constantFrom(...words) }),
      fc.record({ kind: fc.constant('rename' as const), word: fc.constantFrom(...words) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        for (const { kind, word } of steps) {
          if (kind === 'add') await transaction((tx) => insertBook(tx, { title: `${word} ${word}` }));
          if (kind === 'rename') {
            const [last] = await db.select({ id: books.id }).from(books).limit(1);
            await changeBook(last?.id ?? 0, { title: `Of a ${word}` });
          }
          assert.deepEqual((await cachedSearch(asked(word))).ids, (await search(asked(word))).ids);
        }
      }),
      { numRuns: 20 },
    );
  });
});
