import { and, asc, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, books, contributors } from '#db/schema/catalog';
import { searchEntries, searchTitles } from '#db/schema/search';
import type { Found, SearchEntry } from '#db/search/engine';

const mostTitles = 300;

/** Books whose title, in any of its forms, is all of what was typed. */
export async function booksTitled(key: string): Promise<number[]> {
  if (!key) return [];
  const rows = await db
    .select({ id: searchTitles.bookId })
    .from(searchTitles)
    .where(eq(searchTitles.key, key))
    .limit(mostTitles);
  return rows.map(({ id }) => id);
}

/** Books one of whose titles begins with what was typed; a few of them, shorter ones first where they begin alike. */
export async function booksTitledLike(beginning: string, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: searchTitles.bookId })
    .from(searchTitles)
    .where(and(gte(searchTitles.key, beginning), lt(searchTitles.key, `${beginning}\u{10ffff}`)))
    .orderBy(asc(searchTitles.key))
    .limit(limit);
  return [...new Set(rows.map(({ id }) => id))];
}

const entry = {
  id: searchEntries.bookId,
  titleKey: searchEntries.titleKey,
  names: searchEntries.names,
  facets: searchEntries.facets,
};

/** Books as they came last, for where nothing is asked of them. */
export async function anyEntries(limit: number): Promise<Found> {
  const entries = await db
    .select(entry)
    .from(searchEntries)
    .orderBy(desc(searchEntries.bookId))
    .limit(limit + 1);
  return { entries: entries.slice(0, limit), complete: entries.length <= limit };
}

/** What search knows of these books. */
export async function entriesOf(ids: number[]): Promise<SearchEntry[]> {
  if (ids.length === 0) return [];
  return db.select(entry).from(searchEntries).where(inArray(searchEntries.bookId, ids));
}

export async function bookWithIsbn(isbn: string): Promise<number | undefined> {
  const [row] = await db.select({ id: books.id }).from(books).where(eq(books.isbn, isbn));
  return row?.id;
}

export type SortValues = { id: number; title: string; author: string; year: number | null; added: number };

/** What books are ordered by, for orders other than how well they answer. */
export async function sortValuesOf(ids: number[]): Promise<SortValues[]> {
  if (ids.length === 0) return [];
  const first = and(eq(contributors.bookId, books.id), eq(contributors.position, 0));
  const rows = await db
    .select({
      id: books.id,
      title: books.sortKey,
      author: authors.sortKey,
      year: books.year,
      addedAt: books.addedAt,
    })
    .from(books)
    .leftJoin(contributors, first)
    .leftJoin(authors, eq(authors.id, contributors.authorId))
    .where(inArray(books.id, ids));
  return rows.map(({ addedAt, author, ...row }) => ({
    ...row,
    author: author ?? '',
    added: addedAt.getTime(),
  }));
}
