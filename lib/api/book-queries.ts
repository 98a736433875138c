import { and, asc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { bookGenres, books, genres } from '#db/schema/catalog';
import { type Place, pageOf } from '#lib/api/requests/cursor';
import type { Book, BookInList } from '#lib/api/schemas/book-schema';
import { bookPath, genrePath } from '#lib/catalog/address';
import { type BookFilter, booksThat } from '#lib/catalog/books/book-filter';
import { bookSortOrder, yearKey } from '#lib/catalog/books/book-orders';
import { withContributors } from '#lib/catalog/books/contributor-queries';
import { availabilityOf } from '#lib/catalog/copies/availability-queries';
import { coverPath } from '#lib/covers/cover-address';
import { pastPlace, sorted } from '#lib/lists/sort-order';

export const bookSorts = ['title', 'year', 'newest'] as const;
type BookSort = (typeof bookSorts)[number];
type BookPlace = Place<BookSort>;

const listColumns = {
  id: books.id,
  title: books.title,
  subtitle: books.subtitle,
  sortKey: books.sortKey,
  year: books.year,
  language: books.language,
  format: books.format,
  isbn: books.isbn,
  addedAt: books.addedAt,
};

/** One page of books behind `place`, and the cursor of the next: four queries, whatever the page holds. */
export async function booksAfter(
  asked: BookFilter,
  sort: BookSort,
  place: BookPlace | undefined,
  limit: number,
): Promise<{ items: BookInList[]; next: string | null }> {
  const ordering = bookSortOrder(sort);
  const rows = await db
    .select(listColumns)
    .from(books)
    .where(and(booksThat(asked), place && pastPlace(ordering, 'after', place)))
    .orderBy(...sorted(ordering, 'after'))
    .limit(limit + 1);
  const page = pageOf(rows, limit, sort, (row) => placeOf(row, sort));
  return { items: await inList(page.rows), next: page.next };
}

type ListRow = Pick<typeof books.$inferSelect, keyof typeof listColumns>;

function placeOf({ id, sortKey, year, addedAt }: ListRow, sort: BookSort): BookPlace {
  if (sort === 'title') return [sortKey, id];
  return sort === 'year' ? [yearKey(year), sortKey, id] : [addedAt.getTime(), id];
}

/** Books by their ids, in the order of these; without those that are gone. */
export async function booksById(ids: number[]): Promise<BookInList[]> {
  if (ids.length === 0) return [];
  const rows = await db.select(listColumns).from(books).where(inArray(books.id, ids));
  const byId = new Map((await inList(rows)).map((book) => [book.id, book]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function inList(rows: ListRow[]): Promise<BookInList[]> {
  const available = await availabilityOf(rows.map(({ id }) => id));
  return (await withContributors(rows)).map((row) => ({
    id: row.id,
    title: row.title,
    subtitle: row.subtitle,
    contributors: row.by.map(({ id, name, role, creditedAs }) => ({
      id,
      name,
      role,
      credited_as: creditedAs,
      href: `/api/v1/authors/${id}`,
    })),
    year: row.year,
    language: row.language,
    format: row.format,
    isbn: row.isbn,
    added_at: row.addedAt.toISOString(),
    availability: countsOf(available.get(row.id)),
    href: `/api/v1/books/${row.id}`,
    page: bookPath(row),
    cover: coverPath(row),
  }));
}

const countsOf = (available = { copies: 0, onShelf: 0 }) => ({
  copies: available.copies,
  on_shelf: available.onShelf,
});

/** Everything about one book; undefined for an id that no book has. */
export async function bookRecord(id: number): Promise<Book | undefined> {
  const [row] = await db.select().from(books).where(eq(books.id, id));
  if (!row) return undefined;
  const [summary] = await inList([row]);
  if (!summary) return undefined;
  return {
    ...summary,
    other_titles: row.otherTitles,
    summary: row.summary,
    publisher: row.publisher,
    edition: row.edition,
    extent: row.extent,
    series: row.series,
    series_number: row.seriesNumber,
    genres: await genresOf(id),
    notes: row.notes,
    copies: `/api/v1/books/${id}/copies`,
  };
}

async function genresOf(bookId: number): Promise<Book['genres']> {
  const rows = await db
    .select({ id: genres.id, name: genres.name })
    .from(bookGenres)
    .innerJoin(genres, eq(genres.id, bookGenres.genreId))
    .where(eq(bookGenres.bookId, bookId))
    .orderBy(asc(genres.sortKey));
  return rows.map((genre) => ({ ...genre, page: genrePath(genre) }));
}
