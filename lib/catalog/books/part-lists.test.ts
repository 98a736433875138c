import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { bookGenres, contributors } from '#db/schema/catalog';
import { insertBookGenres, insertCredits } from '#db/testing/catalog';
import { engine, freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { insertAuthor, insertBook, insertGenre } from '#db/testing/records';
import { creditsOf } from '#lib/catalog/authors/credit-queries';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { type BookOrder, bookOrderNames } from '#lib/catalog/books/book-orders';
import type { ListPage, ListParams } from '#lib/lists/list-page';

const many = 60;
let genreId: number;
let authorId: number;

type Asked = ListParams<BookOrder>;
type Read = (params: Asked) => Promise<{ page: ListPage; shown: string[] }>;

/** All pages, by following the links and by their numbers. */
async function pagesOf(read: Read, order: BookOrder, size: number) {
  const [linked, numbered]: [string[], string[]] = [[], []];
  let params: Asked = { order, size };
  for (let number = 1; ; number += 1) {
    const { page, shown } = await read(params);
    linked.push(...shown);
    numbered.push(...(await read({ order, size, page: number })).shown);
    if (!page.next) return { linked, numbered };
    params = { order, size, page: number + 1, after: page.next };
  }
}

/** Some, a few and those at the end, or those at the beginning of the books. */
const members = fc.oneof(
  fc.array(fc.nat(3), { minLength: many, maxLength: many }),
  fc
    .tuple(fc.nat(3), fc.integer({ min: 25, max: 40 }))
    .map(([few, rest]) => Array.from({ length: many }, (_, i) => (i < few || i >= rest ? 2 : 0))),
  fc.nat(many).map((last) => Array.from({ length: many }, (_, i) => (i < last ? 3 : 0))),
);
const order = fc.constantFrom(...bookOrderNames);
const size = fc.integer({ min: 1, max: 4 });
const numRuns = engine === 'sqlite' ? 60 : 8;

const allBooks = async (order: BookOrder) =>
  (await bookIndex({}, { order, size: many })).books.map(({ id }) => id);

/** What somebody did for a book, by a number. */
const rolesOf = [[], ['translator'], ['author'], ['author', 'editor']] as const;

describe('a list that is a part of all books', () => {
  freshDatabase();
  before(() =>
    transaction(async (tx) => {
      genreId = await insertGenre(tx, 'Novel');
      authorId = await insertAuthor(tx);
      for (let number = 0; number < many; number += 1)
        await insertBook(tx, { title: `Volume ${number % 40}`, year: 1800 + (number % 7) });
    }),
  );

  test('the pages of a genre are those of all books without the others, however many and wherever they are', () =>
    fc.assert(
      fc.asyncProperty(members, order, size, async (kinds, order, size) => {
        const held = (await allBooks(order)).filter((_, i) => kinds[i]);
        await transaction(async (tx) => {
          await tx.delete(bookGenres);
          await insertBookGenres(
            tx,
            held.map((bookId) => ({ bookId, genreId })),
          );
        });
        const expected = held.map(String);
        const read: Read = async (params) => {
          const { page, books } = await bookIndex({ genreId }, params);
          return { page, shown: books.map(({ id }) => String(id)) };
        };
        const { linked, numbered } = await pagesOf(read, order, size);
        assert.deepEqual(linked, expected);
        assert.deepEqual(numbered, expected);
      }),
      { numRuns },
    ));

  test('the pages of an author are the books of each role, role by role', () =>
    fc.assert(
      fc.asyncProperty(members, order, size, async (kinds, order, size) => {
        const credits = (await allBooks(order)).flatMap((bookId, i) =>
          (rolesOf[kinds[i] ?? 0] ?? []).map((role, position) => ({ bookId, authorId, role, position })),
        );
        await transaction(async (tx) => {
          await tx.delete(contributors);
          await insertCredits(tx, credits);
        });
        const all = await allBooks(order);
        const expected = (['author', 'editor', 'translator'] as const).flatMap((role) => {
          const inRole = credits.filter((credit) => credit.role === role).map(({ bookId }) => bookId);
          return all.filter((id) => inRole.includes(id)).map((id) => `${role} of ${id}`);
        });
        const read: Read = async (params) => {
          const { page, credits } = await creditsOf(authorId, params);
          return {
            page,
            shown: credits.flatMap(({ role, books }) => books.map(({ id }) => `${role} of ${id}`)),
          };
        };
        const { linked, numbered } = await pagesOf(read, order, size);
        assert.deepEqual(linked, expected);
        assert.deepEqual(numbered, expected);
      }),
      { numRuns },
    ));
});
