import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { contributors } from '#db/schema/catalog';
import { insertCredits } from '#db/testing/catalog';
import { emptyTables, engine, execute, freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { planOf, queriesOf } from '#db/testing/queries';
import { insertAuthor, insertBook } from '#db/testing/records';
import { insertAuthors } from '#lib/catalog/authors/author-commands';
import { authorIndex } from '#lib/catalog/authors/author-queries';
import { genresNamed } from '#lib/catalog/subjects/genre-commands';
import { genreIndex } from '#lib/catalog/subjects/genre-queries';
import { encodeCursor } from '#lib/lists/cursor';
import type { ListParams } from '#lib/lists/list-page';

type Asked = Omit<ListParams, 'order'>;

const lists = {
  authors: (params: Asked) => authorIndex({ ...params, order: 'books' }),
  genres: (params: Asked) => genreIndex({ ...params, order: 'books' }),
};

describe('the order by number of books is that of an index', () => {
  freshDatabase();
  before(async () => {
    const names = Array.from({ length: 3000 }, (_, nth) => `Name ${nth}`);
    await transaction(async (tx) => {
      await insertAuthors(
        tx,
        names.map((name) => ({ name })),
      );
      await genresNamed(tx, names);
    });
    await execute('analyze');
  });

  const place = [-1, 'name 1500', 1500];
  const cursor = encodeCursor('books', place);
  const ways: [name: string, asked: Asked, values: (string | number)[]][] = [
    ['the first page', { size: 20 }, [20, 0]],
    ['a page by its number', { size: 20, page: 50 }, [20, 980]],
    ['a page after a place', { size: 20, after: cursor }, [...place, 21, 0]],
    ['a page before a place', { size: 20, before: cursor }, [...place, 21, 0]],
  ];

  for (const [table, list] of Object.entries(lists))
    for (const [name, params, values] of ways)
      test(`of ${table}, ${name} is read from it without sorting`, async () => {
        const queries = await queriesOf(() => list(params));
        const ordered = queries.find((query) => /order by/i.test(query)) ?? '';
        const plan = await planOf(ordered, values.slice(0, ordered.split(/\?|\$\d/).length - 1));
        assert.match(plan, new RegExp(`(?:INDEX|Index(?: Only)? Scan(?: Backward)? using) ${table}_books`));
        assert.doesNotMatch(plan, /TEMP B-TREE|Sort/);
        if (params.after || params.before) assert.match(plan, /SEARCH|Index Cond/);
      });
});

describe('while books are added and taken away between two pages', () => {
  freshDatabase();

  const place = fc.nat(7);
  const change = fc.record({ author: place, book: fc.nat(4), kind: fc.constantFrom('credit', 'uncredit') });
  const story = fc.record({
    books: fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }),
    between: fc.array(fc.array(change, { maxLength: 2 }), { maxLength: 6 }),
    size: fc.integer({ min: 1, max: 3 }),
  });

  type Library = { authorIds: number[]; bookIds: number[] };
  type Change = { author: number; book: number; kind: string };

  /** Authors of few names, each with some of the same books. */
  async function library(counts: number[]): Promise<Library> {
    await emptyTables();
    return transaction(async (tx) => {
      const bookIds: number[] = [];
      for (let nth = 0; nth < 5; nth += 1) bookIds.push(await insertBook(tx));
      const authorIds: number[] = [];
      for (const [nth, count] of counts.entries()) {
        const authorId = await insertAuthor(tx, nth % 2 ? 'Jane Austen' : 'Lord Byron');
        for (const bookId of bookIds.slice(0, count)) await credit(tx, bookId, authorId);
        authorIds.push(authorId);
      }
      return { authorIds, bookIds };
    });
  }

  const credit = (tx: Transaction, bookId: number, authorId: number) =>
    insertCredits(tx, [{ bookId, authorId, position: authorId }]);

  async function apply({ authorIds, bookIds }: Library, changes: Change[]): Promise<void> {
    await transaction(async (tx) => {
      for (const { author, book, kind } of changes) {
        const [authorId = 0, bookId = 0] = [authorIds[author % authorIds.length], bookIds[book]];
        const part = and(eq(contributors.bookId, bookId), eq(contributors.authorId, authorId));
        await (kind === 'credit' ? credit(tx, bookId, authorId) : tx.delete(contributors).where(part));
      }
    });
  }

  const whole = async () =>
    (await lists.authors({ size: 100 })).authors.map(({ id, books }) => ({ id, books }));

  test('who follows the links meets everybody once whose number of books stays', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ books, between, size }) => {
        const there = await library(books);
        const begun = await whole();
        const moved = new Set<number>();
        const seen: number[] = [];
        for (let params: Asked | undefined = { size }, step = 0; params; step += 1) {
          const { page, authors: listed } = await lists.authors(params);
          if (page.fallback) break;
          seen.push(...listed.map(({ id }) => id));
          await apply(there, between[step] ?? []);
          const now = new Map((await whole()).map((row) => [row.id, row.books]));
          for (const row of begun) if (now.get(row.id) !== row.books) moved.add(row.id);
          params = page.next ? { size, after: page.next } : undefined;
        }
        const stayed = begun.map(({ id }) => id).filter((id) => !moved.has(id));
        assert.deepEqual(
          seen.filter((id) => stayed.includes(id)),
          stayed,
        );
      }),
      { numRuns: engine === 'sqlite' ? 80 : 15 },
    );
  });
});
