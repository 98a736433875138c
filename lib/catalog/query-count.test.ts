import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { db, transaction } from '#db/client';
import { languages } from '#db/schema/catalog';
import { insertBookGenres, insertCredits, insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { countQueries } from '#db/testing/queries';
import { insertAuthor, insertBook, insertCopy, insertGenre } from '#db/testing/records';
import { authorIndex } from '#lib/catalog/authors/author-queries';
import { creditsOf } from '#lib/catalog/authors/credit-queries';
import { newArrivals } from '#lib/catalog/books/arrival-queries';
import { bookIndex, booksInOrder } from '#lib/catalog/books/book-list-queries';
import { authorLetters, titleLetters, titleLettersIn } from '#lib/catalog/letter-queries';
import { genreIndex } from '#lib/catalog/subjects/genre-queries';
import { languageIndex } from '#lib/catalog/subjects/language-queries';

const naming = {
  nameOf: (code: string) => code,
  compare: (one: string, other: string) => (one < other ? -1 : 1),
};
const ids = Array.from({ length: 60 }, (_, i) => i + 1);
const first = { size: 50, page: 1 } as const;

/** The second page by cursor, and what stands before it. */
const nextBooks = async () => {
  const { page } = await bookIndex({}, { order: 'title', size: 2 });
  await bookIndex({}, { order: 'title', size: 50, page: 2, after: page.next });
};

const lists: [name: string, read: () => Promise<unknown>][] = [
  ['books by title', () => bookIndex({}, { ...first, order: 'title' })],
  ['books by author', () => bookIndex({}, { ...first, order: 'author' })],
  ['books by year', () => bookIndex({}, { ...first, order: 'year' })],
  ['the newest books', () => bookIndex({}, { ...first, order: 'newest' })],
  ['books after others', nextBooks],
  ['books from a letter', () => bookIndex({}, { size: 50, order: 'title', from: 'b' })],
  ['books of an author', () => bookIndex({ authorId: 1 }, { ...first, order: 'title' })],
  ['books in a language', () => bookIndex({ language: 'aa' }, { ...first, order: 'title' })],
  ['everything by an author', () => creditsOf(1, { ...first, order: 'title' })],
  ['books of a genre', () => bookIndex({ genreId: 1 }, { ...first, order: 'title' })],
  ['books by their ids', () => booksInOrder(ids)],
  ['new arrivals', () => newArrivals(50)],
  ['authors by name', () => authorIndex({ ...first, order: 'name' })],
  ['authors by books', () => authorIndex({ ...first, order: 'books' })],
  ['genres by name', () => genreIndex({ ...first, order: 'name' })],
  ['genres by books', () => genreIndex({ ...first, order: 'books' })],
  ['languages', () => languageIndex({ ...first, order: 'name' }, naming)],
  ['first letters of titles', titleLetters],
  ['first letters in a language', () => titleLettersIn('aa')],
  ['first letters of authors', authorLetters],
];

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** Books that begin with as many letters as there are, each with an author, a genre and a language of its own. */
const addBooks = (from: number, to: number) =>
  transaction(async (tx) => {
    for (let number = from; number < to; number += 1) {
      const name = `${alphabet[number % 26]} ${number}`;
      const code = `${alphabet[number % 26]}${alphabet[Math.trunc(number / 26)]}`;
      await insertLanguages(tx, code);
      const bookId = await insertBook(tx, { title: `${name} book`, language: code });
      await insertCopy(tx, bookId);
      const authorId = await insertAuthor(tx, name);
      await insertCredits(tx, [{ bookId, authorId }]);
      await insertBookGenres(tx, [{ bookId, genreId: await insertGenre(tx, name) }]);
    }
  });

describe('a list asks as often for many records as for few', () => {
  freshDatabase();
  const few = new Map<string, number>();
  before(async () => {
    await addBooks(0, 3);
    for (const [name, read] of lists) few.set(name, await countQueries(read));
    await addBooks(3, 60);
  });

  test('the counter counts', async () => {
    assert.equal(await countQueries(async () => {}), 0);
    assert.equal(await countQueries(() => db.select().from(languages)), 1);
    assert.equal(await countQueries(() => newArrivals(3)), 2);
  });

  for (const [name, read] of lists)
    test(name, async () => {
      const queries = await countQueries(read);
      assert.equal(queries, few.get(name));
      assert.ok(queries >= 1 && queries <= 10, `${queries} queries`);
    });
});
