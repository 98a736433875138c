import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { among, idList } from '#db/among';
import { db } from '#db/client';
import { prepared } from '#db/prepared';
import { bookGenres, books, contributors } from '#db/schema/catalog';
import { availabilityOf } from '#lib/catalog/availability-queries';
import { type BookOrder, bookOrdering } from '#lib/catalog/book-orders';
import { type BookOnShelf, shelfColumns, withContributors } from '#lib/catalog/contributor-queries';
import type { Availability } from '#lib/catalog/copy-state';
import { recordCountsNow } from '#lib/catalog/count-queries';
import type { AskedList, ListPage } from '#lib/catalog/list-page';
import { listPage } from '#lib/catalog/list-queries';
import { type Page, pageOf } from '#lib/catalog/paging';

export type BookInList = BookOnShelf & {
  subtitle: string | null;
  year: number | null;
  availability: Availability;
};

const listColumns = { ...shelfColumns, subtitle: books.subtitle, year: books.year };

export type BookFilter = { authorId?: number; genreId?: number; language?: string };

/** One page of the books that a filter leaves, as an address asks for it. */
export async function bookIndex(
  filter: BookFilter,
  asked: AskedList<BookOrder>,
): Promise<{ page: ListPage; books: BookInList[] }> {
  const where = matching(filter);
  const total = where ? await db.$count(books, where) : (await recordCountsNow()).books;
  const ordering = bookOrdering(asked.order);
  const { page, ids } = await listPage({ table: books, where, ordering, total }, asked);
  return { page, books: await booksInOrder(ids) };
}

/** One page of books by its number. */
export async function bookList(
  filter: BookFilter,
  asked: number,
  size: number,
  order: BookOrder = 'title',
): Promise<{ page: Page; books: BookInList[] }> {
  const { page, books } = await bookIndex(filter, { order, size, page: asked });
  return { page: pageOf(asked, size, page.total), books };
}

const listRows = prepared('books_in_list', () =>
  db.select(listColumns).from(books).where(among(books.id, 'ids')),
);

/** Books by their ids, in the order of these; without those that are gone. */
export async function booksInOrder(ids: number[]): Promise<BookInList[]> {
  if (ids.length === 0) return [];
  const rows = await listRows({ ids: idList(ids) });
  const byId = new Map((await inList(rows)).map((book) => [book.id, book]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type ListRow = Pick<BookInList, keyof typeof listColumns>;

async function inList(rows: ListRow[]): Promise<BookInList[]> {
  const available = await availabilityOf(rows.map(({ id }) => id));
  const listed = await withContributors(rows);
  return listed.map((book) => ({
    ...book,
    availability: available.get(book.id) ?? { onShelf: 0, copies: 0 },
  }));
}

/** What a book must meet to be one of those asked for; undefined where every book is. */
export function matching({ authorId, genreId, language }: BookFilter): SQL | undefined {
  const ofAuthor =
    authorId &&
    inArray(
      books.id,
      db.select({ id: contributors.bookId }).from(contributors).where(eq(contributors.authorId, authorId)),
    );
  const ofGenre =
    genreId &&
    inArray(
      books.id,
      db.select({ id: bookGenres.bookId }).from(bookGenres).where(eq(bookGenres.genreId, genreId)),
    );
  const inLanguage = language === undefined ? undefined : eq(books.language, language);
  return and(ofAuthor || undefined, ofGenre || undefined, inLanguage);
}
