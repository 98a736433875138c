import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { idsParam, inIds } from '#db/in-ids';
import { prepared } from '#db/prepared';
import { books } from '#db/schema/catalog';
import { searchEntries, searchTitles } from '#db/schema/search';
import type { Found, SearchEntry } from '#db/search/engine';
import { type BookOrder, bookOrderNames, bookSortOrder } from '#lib/catalog/books/book-orders';
import { sorted } from '#lib/lists/sort-order';

const mostTitles = 300;

/** By each of these forms of a title, the books that have it. */
export async function booksTitledAny(keys: string[]): Promise<Map<string, number[]>> {
  const rows = await db
    .select()
    .from(searchTitles)
    .where(inArray(searchTitles.key, keys))
    .limit(mostTitles * 2);
  return new Map(
    [...Map.groupBy(rows, ({ key }) => key)].map(([key, books]) => [key, books.map(({ bookId }) => bookId)]),
  );
}

const titledLike = prepared('books_titled_like', () =>
  db
    .select({ id: searchTitles.bookId })
    .from(searchTitles)
    .where(and(gte(searchTitles.key, sql.placeholder('from')), lt(searchTitles.key, sql.placeholder('to'))))
    .orderBy(asc(searchTitles.key))
    .limit(sql.placeholder('limit')),
);

/** Books one of whose titles begins with what was typed: a few of them, in the order of these titles. */
export async function booksTitledLike(beginning: string, limit: number): Promise<number[]> {
  const rows = await titledLike({ from: beginning, to: `${beginning}\u{10ffff}`, limit });
  return [...new Set(rows.map(({ id }) => id))];
}

const entry = {
  id: searchEntries.bookId,
  titleKey: searchEntries.titleKey,
  names: searchEntries.names,
  facets: searchEntries.facets,
};

export async function anyEntries(limit: number): Promise<Found> {
  const entries = await db
    .select(entry)
    .from(searchEntries)
    .orderBy(desc(searchEntries.bookId))
    .limit(limit + 1);
  return { entries: entries.slice(0, limit), complete: entries.length <= limit };
}

const entries = prepared('search_entries_of', () =>
  db.select(entry).from(searchEntries).where(inIds(searchEntries.bookId, 'ids')),
);

export const entriesOf = async (ids: number[]): Promise<SearchEntry[]> =>
  ids.length > 0 ? entries({ ids: idsParam(ids) }) : [];

const withIsbn = prepared('book_with_isbn', () =>
  db
    .select({ id: books.id })
    .from(books)
    .where(eq(books.isbn, sql.placeholder('isbn'))),
);

export async function bookWithIsbn(isbn: string): Promise<number | undefined> {
  const [row] = await withIsbn({ isbn });
  return row?.id;
}

const inOrder = new Map(
  bookOrderNames.map((order) => [
    order,
    prepared(`found_by_${order}`, () =>
      db
        .select({ id: books.id })
        .from(books)
        .where(inIds(books.id, 'ids'))
        .orderBy(...sorted(bookSortOrder(order), 'after')),
    ),
  ]),
);

/** The same ids, in another order than how well their books answer; without those that are gone. */
export async function idsInOrder(ids: number[], order: BookOrder): Promise<number[]> {
  const rows = ids.length > 0 ? await inOrder.get(order)?.({ ids: idsParam(ids) }) : [];
  return (rows ?? []).map(({ id }) => id);
}
