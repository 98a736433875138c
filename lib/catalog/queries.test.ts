import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { freshDatabase, testDay, testNow } from '#db/testing/database';
import { authorDetail, authorIndex } from '#lib/catalog/authors/author-queries';
import { newArrivals } from '#lib/catalog/books/arrival-queries';
import { bookIndex, booksInOrder } from '#lib/catalog/books/book-list-queries';
import { bookDetail, coverBook } from '#lib/catalog/books/book-queries';
import { bookExists } from '#lib/catalog/books/existence-queries';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { loadDemonstration } from '#lib/catalog/demonstration/load-demonstration';
import { genreDetail, genreIndex } from '#lib/catalog/subjects/genre-queries';
import { noFilters } from '#lib/search/request';
import { search } from '#lib/search/search';

const found = async (q: string) => (await search({ q, filters: noFilters(), sort: 'relevance' })).ids;

describe('the catalog of the demonstration', () => {
  freshDatabase();
  before(async () => {
    await transaction((tx) => loadDemonstration(tx, testNow, testDay));
  });

  test('every book stands on exactly one page of the list, in the order of its title', async () => {
    const { books: total } = await recordCountsNow();
    const pages = Array.from({ length: Math.ceil(total / 100) }, (_, i) =>
      bookIndex({}, { order: 'title', size: 100, page: i + 1 }),
    );
    const ids = (await Promise.all(pages)).flatMap(({ books }) => books.map(({ id }) => id));
    assert.equal(new Set(ids).size, total);
    assert.equal(ids.length, total);
  });

  test('articles, accents and case do not decide where a title stands', async () => {
    const { books } = await bookIndex({}, { order: 'title', size: 100 });
    const [first] = books;
    assert.match(first?.title ?? '', /^84/);
    assert.ok(books.some(({ title }) => title === 'Az ajtó'));
  });

  test('the newest publication is first, works without a year are last', async () => {
    const newest = (await bookIndex({}, { order: 'year', size: 100 })).books.map(({ year }) => year);
    assert.deepEqual(
      newest,
      [...newest].sort((a, b) => (b ?? -9999) - (a ?? -9999)),
    );
    const last = (await bookIndex({}, { order: 'year', size: 100, page: 3 })).books.at(-1);
    assert.equal(last?.year, null);
  });

  test('what came last is the newest arrival', async () => {
    const arrivals = (await newArrivals(6)).map(({ id }) => id);
    const listed = (await bookIndex({}, { order: 'newest', size: 10 })).books.map(({ id }) => id);
    assert.equal(arrivals.length, 6);
    assert.deepEqual(arrivals, listed.slice(0, 6));
  });

  test('a book of two authors arrives once, with both', async () => {
    const [book] = await booksInOrder(await found('good omens'));
    assert.deepEqual(
      book?.by.map(({ role }) => role),
      ['author', 'author'],
    );
  });

  test('a book’s page has its copies, genres and how many are in', async () => {
    const [id = 0] = await found('alice wonderland');
    const book = await bookDetail(id);
    assert.ok(book);
    assert.ok(book.copies.length > 0 && book.genres.length > 0);
    assert.equal(book.availability.onShelf, book.copies.filter(({ state }) => state === 'on_shelf').length);
    assert.equal((await coverBook(book.id))?.author, 'Lewis Carroll');
  });

  test('a book that does not exist is none', async () => {
    assert.equal(await bookDetail(999_999), undefined);
    assert.equal(await coverBook(999_999), undefined);
    assert.equal(await bookExists(999_999), false);
    assert.equal(await bookExists(1), true);
  });

  test('books by their ids come in the order of these, without those that are gone', async () => {
    assert.deepEqual(
      (await booksInOrder([9, 999_999, 2])).map(({ id }) => id),
      [9, 2],
    );
    assert.deepEqual(await booksInOrder([]), []);
  });

  test('authors and genres say how many books they have, and lead to them', async () => {
    const { authors } = await authorIndex({ order: 'name', size: 100 });
    for (const author of authors.slice(0, 10)) {
      assert.equal(
        (await bookIndex({ authorId: author.id }, { order: 'title', size: 10 })).page.total,
        author.books,
      );
      assert.equal((await authorDetail(author.id))?.name, author.name);
    }
    const { genres } = await genreIndex({ order: 'name', size: 100 });
    for (const genre of genres)
      assert.equal(
        (await bookIndex({ genreId: genre.id }, { order: 'title', size: 10 })).page.total,
        genre.books,
      );
    assert.equal((await genreDetail(genres[0]?.id ?? 0))?.name, genres[0]?.name);
  });
});
