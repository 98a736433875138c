import { sortNamesOf } from '#lib/catalog/authors/sort-name-queries';
import { bookDetail } from '#lib/catalog/books/book-queries';
import { type PublishedBook, publishedBook } from '#lib/publishing/published-book';

type BookDetail = NonNullable<Awaited<ReturnType<typeof bookDetail>>>;

export const loadPublishedBook = async (book: BookDetail, site: string): Promise<PublishedBook> =>
  publishedBook(book, await sortNamesOf(book.by.map(({ id }) => id)), site);

export async function findPublishedBook(
  id: number | undefined,
  site: string,
): Promise<PublishedBook | undefined> {
  const book = id === undefined ? undefined : await bookDetail(id);
  return book && loadPublishedBook(book, site);
}
