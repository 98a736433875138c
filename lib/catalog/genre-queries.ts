import { asc, eq, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { bookGenres, genres } from '#db/schema/catalog';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { offsetOf, type Page, pageOf } from '#lib/catalog/paging';

export type GenreInList = { id: number; name: string; books: number };

/** One page of genres in the order of their names, with how many books each has. */
export async function genreList(asked: number, size: number): Promise<{ page: Page; genres: GenreInList[] }> {
  const page = pageOf(asked, size, (await recordCountsNow()).genres);
  const books = sql<number>`(select count(*) from ${bookGenres} where ${bookGenres.genreId} = ${genres.id})`;
  const rows = await db
    .select({ id: genres.id, name: genres.name, books })
    .from(genres)
    .orderBy(asc(genres.sortKey))
    .limit(size)
    .offset(offsetOf(page));
  return { page, genres: rows.map((genre) => ({ ...genre, books: Number(genre.books) })) };
}

/** A genre's own record; undefined for an id that no genre has. */
export async function genreDetail(id: number) {
  const [genre] = await db.select({ id: genres.id, name: genres.name }).from(genres).where(eq(genres.id, id));
  return genre;
}
