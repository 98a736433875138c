import { sortNamesOf } from '#lib/catalog/authors/sort-name-queries';
import { bookDetail } from '#lib/catalog/books/book-queries';
import { type SharedBook, sharedBook } from '#lib/publishing/published-book';

type BookDetail = NonNullable<Awaited<ReturnType<typeof bookDetail>>>;

/** A book that a page has read already, as the world outside gets it. */
export const shareBook = async (book: BookDetail, site: string): Promise<SharedBook> =>
  sharedBook(book, await sortNamesOf(book.by.map(({ id }) => id)), site);

/** Undefined for an id that no book has. */
export async function findSharedBook(id: number | undefined, site: string): Promise<SharedBook | undefined> {
  const book = id === undefined ? undefined : await bookDetail(id);
  return book && shareBook(book, site);
}
