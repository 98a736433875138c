import { and, eq, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { idsParam, inIds } from '#db/in-ids';
import { prepared } from '#db/prepared';
import { authors, books, genres, languages } from '#db/schema/catalog';
import type { Format } from '#lib/catalog/books/book';
import { type BookFilter, booksThat } from '#lib/catalog/books/book-filter';
import { type BookOrder, bookSortOrder } from '#lib/catalog/books/book-orders';
import { bookSource } from '#lib/catalog/books/book-source';
import { type BookOnShelf, shelfColumns, withContributors } from '#lib/catalog/books/contributor-queries';
import type { Availability } from '#lib/catalog/copies/availability';
import { withAvailability } from '#lib/catalog/copies/availability-queries';
import { recordCountsNow } from '#lib/catalog/count-queries';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { listPage } from '#lib/lists/list-queries';
import { keyColumns, pastPlace, sorted } from '#lib/lists/sort-order';
import { type Step, type Walked, walked } from '#lib/lists/walk';

export type BookInList = BookOnShelf & {
  subtitle: string | null;
  year: number | null;
  format: Format;
  isbn: string | null;
  addedAt: Date;
  /** The names of its genres, where it is one of a few to be looked at. */
  genreNames?: string[] | null;
  availability: Availability;
};

const listColumns = {
  ...shelfColumns,
  subtitle: books.subtitle,
  year: books.year,
  format: books.format,
  isbn: books.isbn,
  addedAt: books.addedAt,
};

/** One page of the books that a filter leaves, as an address asks for it. */
export async function bookIndex(
  filter: BookFilter,
  params: ListParams<BookOrder>,
): Promise<{ page: ListPage; books: BookInList[] }> {
  const { books: all } = await recordCountsNow();
  const total = (await countBooks(filter)) ?? all;
  const { page, ids } = await listPage(bookSource(filter, params.order, { total, all }), params);
  return { page, books: await booksInOrder(ids) };
}

/** The next books behind a place, of those that a filter leaves. */
export async function walkBooks(
  filter: BookFilter,
  order: BookOrder,
  { after, limit }: Step,
): Promise<Walked<BookInList>> {
  const sortOrder = bookSortOrder(order);
  const rows = await db
    .select({ item: listColumns, keys: keyColumns(sortOrder) })
    .from(books)
    .where(and(booksThat(filter), after && pastPlace(sortOrder, 'after', after)))
    .orderBy(...sorted(sortOrder, 'after'))
    .limit(limit + 1);
  const { items, next } = walked(rows, sortOrder, limit);
  return { items: await inList(items), next };
}

/** Undefined where every book is one. */
async function countBooks(filter: BookFilter): Promise<number | undefined> {
  const where = booksThat(filter);
  const kept = keptCount(filter);
  if (!where || !kept) return where && db.$count(books, where);
  const [row] = await kept;
  return row?.books ?? 0;
}

/** Of one genre, language or author the database knows how many it has: see docs/decisions/003. */
function keptCount({ genreId, language, authorId, role, addedSince }: BookFilter) {
  if ([genreId, language, authorId, role, addedSince].filter((params) => params !== undefined).length !== 1)
    return undefined;
  if (genreId !== undefined)
    return db.select({ books: genres.bookCount }).from(genres).where(eq(genres.id, genreId));
  if (language !== undefined)
    return db.select({ books: languages.bookCount }).from(languages).where(eq(languages.code, language));
  if (authorId !== undefined)
    return db.select({ books: authors.bookCount }).from(authors).where(eq(authors.id, authorId));
  return undefined;
}

/** By their full names: where a query is of one table, it calls columns by their own. */
const genreNames = sql
  .raw(`(select string_agg(genres.name, '\n' order by genres.sort_key) from book_genres
    join genres on genres.id = book_genres.genre_id where book_genres.book_id = books.id)`)
  .mapWith((names: string) => names.split('\n'));

const listRows = prepared('books_in_list', () =>
  db
    .select({ ...listColumns, genreNames })
    .from(books)
    .where(inIds(books.id, 'ids')),
);

/** Books by their ids, in the order of these; without those that are gone. */
export async function booksInOrder(ids: number[]): Promise<BookInList[]> {
  if (ids.length === 0) return [];
  const rows = await listRows({ ids: idsParam(ids) });
  const byId = new Map((await inList(rows)).map((book) => [book.id, book]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type ListRow = Pick<BookInList, keyof typeof listColumns>;

const inList = async (rows: ListRow[]): Promise<BookInList[]> =>
  withAvailability(await withContributors(rows));
