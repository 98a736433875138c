import { eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { genres } from '#db/schema/catalog';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { byBooks, byName, type NameOrder } from '#lib/catalog/subjects/name-orders';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { listPage } from '#lib/lists/list-queries';
import { listOf } from '#lib/lists/list-rows';
import type { SortOrder } from '#lib/lists/sort-order';

export type GenreInList = { id: number; name: string; books: number };

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

async function genresInOrder(ids: number[]): Promise<GenreInList[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: genres.id, name: genres.name, books: genres.bookCount })
    .from(genres)
    .where(inArray(genres.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A genre's own record; undefined for an id that no genre has. */
export async function genreDetail(id: number) {
  const [genre] = await db.select({ id: genres.id, name: genres.name }).from(genres).where(eq(genres.id, id));
  return genre;
}
