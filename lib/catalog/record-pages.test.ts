import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { books, copies } from '#db/schema/catalog';
import { insertBookGenres, insertCredits, insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { queriesOf } from '#db/testing/queries';
import {
  insertAuthor,
  insertBook,
  insertCopy,
  insertGenre,
  insertLoan,
  insertMember,
} from '#db/testing/records';
import { addressOf } from '#lib/catalog/address-queries';
import { authorDetail } from '#lib/catalog/authors/author-queries';
import { creditsOf } from '#lib/catalog/authors/credit-queries';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { bookDetail } from '#lib/catalog/books/book-queries';
import { relatedBooks } from '#lib/catalog/books/related-queries';
import { copyDetail } from '#lib/catalog/copies/copy-queries';
import { titleLettersIn } from '#lib/catalog/letter-queries';
import { genreDetail } from '#lib/catalog/subjects/genre-queries';

type Library = { book: number; author: number; genre: number; copy: string; language: string };

/** A book with `n` contributors, copies, genres, and `n` others by its author, in its genres and language. */
async function libraryOf(tx: Transaction, n: number, language: string): Promise<Library> {
  await insertLanguages(tx, language);
  const numbers = Array.from({ length: n }, (_, i) => i);
  const ids: number[] = [];
  for (let i = 0; i <= n; i += 1) ids.push(await insertBook(tx, { title: `Emma ${i}`, language }));
  const [book = 0] = ids;
  const people: number[] = [];
  const kinds: number[] = [];
  for (const i of numbers) {
    people.push(await insertAuthor(tx, `Jane Austen ${language} ${i}`));
    kinds.push(await insertGenre(tx, `Novel ${language} ${i}`));
    const copyId = await insertCopy(tx, book);
    if (i % 2 === 0) await insertLoan(tx, copyId, await insertMember(tx));
  }
  const by = (role: 'author' | 'translator') =>
    ids.flatMap((bookId) =>
      people.map((authorId, i) => ({
        bookId,
        authorId,
        role,
        position: role === 'author' ? i : n + i,
      })),
    );
  await insertCredits(tx, [...by('author'), ...by('translator')]);
  await insertBookGenres(
    tx,
    ids.flatMap((bookId) => kinds.map((genreId) => ({ bookId, genreId }))),
  );
  const [copy] = await tx.select().from(copies).where(eq(copies.bookId, book)).limit(1);
  return { book, author: people[0] ?? 0, genre: kinds[0] ?? 0, copy: copy?.publicId ?? '', language };
}

const params = { order: 'title', size: 100, page: 1 } as const;

const pages: Record<string, (library: Library) => Promise<unknown>> = {
  book: async ({ book }) => {
    const detail = await bookDetail(book);
    assert.ok(detail && detail.copies.length > 0 && detail.genres.length > 0);
    const { byAuthor, sameGenre } = await relatedBooks(detail, 'en');
    assert.ok(byAuthor.length + sameGenre.length > 0);
  },
  copy: async ({ copy }) => assert.ok(await copyDetail(copy)),
  author: async ({ author }) => {
    assert.ok(await authorDetail(author));
    assert.ok((await creditsOf(author, params)).credits.length > 0);
  },
  genre: async ({ genre }) => {
    assert.ok(await genreDetail(genre));
    assert.ok((await bookIndex({ genreId: genre }, params)).books.length > 0);
  },
  language: async ({ language }) => {
    assert.ok(await addressOf('languages', language));
    assert.ok((await bookIndex({ language }, params)).books.length > 0);
    assert.ok((await titleLettersIn(language)).length > 0);
  },
};

describe('what a record’s page asks of the database', () => {
  freshDatabase();
  let few: Library;
  let many: Library;
  before(async () => {
    few = await transaction((tx) => libraryOf(tx, 1, 'en'));
    many = await transaction((tx) => libraryOf(tx, 12, 'es'));
  });

  test('is heard, by query', async () => {
    const queries = await queriesOf(async () => {
      await db.select({ id: books.id }).from(books);
      await addressOf('books', '1');
    });
    assert.equal(queries.length, 2);
    assert.match(queries[0] ?? '', /^select "id" from "books"/);
    assert.deepEqual(await queriesOf(async () => {}), []);
  });

  for (const [page, ask] of Object.entries(pages)) {
    test(`is as many queries for the page of a large ${page} as of a small one`, async () => {
      const small = await queriesOf(() => ask(few));
      assert.ok(small.length > 0 && small.length <= 10, String(small.length));
      assert.equal((await queriesOf(() => ask(many))).length, small.length);
    });
  }
});
