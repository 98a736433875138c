import { eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { genres } from '#db/schema/catalog';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { byBooks, byName, type NameOrder } from '#lib/catalog/subjects/name-orders';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { listPage } from '#lib/lists/list-queries';
import { listOf } from '#lib/lists/list-rows';
import { keyColumns, pastPlace, type SortOrder, sorted } from '#lib/lists/sort-order';
import { type Step, type Walked, walked } from '#lib/lists/walk';

export type GenreInList = { id: number; name: string; books: number };

const listColumns = { id: genres.id, name: genres.name, books: genres.bookCount };

/** One page of genres, as an address asks for it, with how many books each has. */
export async function genreIndex(
  params: ListParams<NameOrder>,
): Promise<{ page: ListPage; genres: GenreInList[] }> {
  const total = (await recordCountsNow()).genres;
  const { page, ids } = await listPage(
    listOf({ table: genres, sortOrder: orderings[params.order], total }),
    params,
  );
  return { page, genres: await genresInOrder(ids) };
}

const orderings: Record<NameOrder, SortOrder> = {
  name: byName('name', genres.sortKey, genres.id),
  books: byBooks('books', genres.bookCountDesc, genres.sortKey, genres.id),
};

/** No two genres have one sort key. */
const alone: SortOrder = { name: 'genre', keys: [{ by: genres.sortKey, kind: 'text' }], direction: 'asc' };

/** The next genres behind a place, by name. */
export async function walkGenres({ after, limit }: Step): Promise<Walked<GenreInList>> {
  const rows = await db
    .select({ item: listColumns, keys: keyColumns(alone) })
    .from(genres)
    .where(after && pastPlace(alone, 'after', after))
    .orderBy(...sorted(alone, 'after'))
    .limit(limit + 1);
  return walked(rows, alone, limit);
}

async function genresInOrder(ids: number[]): Promise<GenreInList[]> {
  if (ids.length === 0) return [];
  const rows = await db.select(listColumns).from(genres).where(inArray(genres.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A genre's own record; undefined for an id that no genre has. */
export async function genreDetail(id: number) {
  const [genre] = await db.select({ id: genres.id, name: genres.name }).from(genres).where(eq(genres.id, id));
  return genre;
}
