import { inArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { idsParam, inIds } from '#db/in-ids';
import { prepared } from '#db/prepared';
import { authors, genres, languages, mergedAuthors } from '#db/schema/catalog';
import type { Filters } from '#lib/search/request';

export type Names = ReadonlyMap<number, string>;

const genresNamed = prepared('genre_names', () =>
  db.select({ id: genres.id, name: genres.name }).from(genres).where(inIds(genres.id, 'ids')),
);
const authorsNamed = prepared('author_names', () =>
  db.select({ id: authors.id, name: authors.name }).from(authors).where(inIds(authors.id, 'ids')),
);

const namesOf = async (ids: number[], named: typeof genresNamed): Promise<Names> =>
  new Map(ids.length > 0 ? (await named({ ids: idsParam(ids) })).map(({ id, name }) => [id, name]) : []);

export const genreNames = (ids: number[]): Promise<Names> => namesOf(ids, genresNamed);

export const authorNames = (ids: number[]): Promise<Names> => namesOf(ids, authorsNamed);

/** Those of the filters that the catalog knows; an author who was merged is whom he was merged into. */
export async function knownFilters(filters: Filters): Promise<Filters> {
  const author = await livingAuthors(filters.author);
  const [genreKnown, authorKnown] = [await genreNames(filters.genre), await authorNames(author)];
  const languageKnown = await knownLanguages(filters.language);
  return {
    ...filters,
    genre: filters.genre.filter((id) => genreKnown.has(id)),
    author: author.filter((id) => authorKnown.has(id)),
    language: filters.language.filter((code) => languageKnown.has(code)),
  };
}

async function livingAuthors(ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const merged = await db.select().from(mergedAuthors).where(inArray(mergedAuthors.id, ids));
  const living = new Map(merged.map(({ id, authorId }) => [id, authorId]));
  return [...new Set(ids.map((id) => living.get(id) ?? id))];
}

async function knownLanguages(codes: string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const lower = sql<string>`lower(${languages.code})`;
  const rows = await db.select({ code: lower }).from(languages).where(inArray(lower, codes));
  return new Set(rows.map(({ code }) => code));
}
