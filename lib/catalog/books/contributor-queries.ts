import { asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { idsParam, inIds } from '#db/in-ids';
import { prepared } from '#db/prepared';
import { authors, books, contributors } from '#db/schema/catalog';
import { coverVersion } from '#lib/covers/cover';

export type Contributor = {
  id: number;
  name: string;
  role: 'author' | 'editor' | 'translator' | 'illustrator';
  creditedAs: string | null;
};
export type BookOnShelf = {
  id: number;
  title: string;
  language: string | null;
  otherTitles: string[];
  by: Contributor[];
  cover: string;
};
export const shelfColumns = {
  id: books.id,
  title: books.title,
  language: books.language,
  otherTitles: books.otherTitles,
};
export const contributorColumns = {
  id: authors.id,
  name: authors.name,
  role: contributors.role,
  creditedAs: contributors.creditedAs,
};

/** The name on the cover: as the book prints it, of whoever comes first. */
export const coverAuthor = (by: Contributor[]) => (by[0] ? (by[0].creditedAs ?? by[0].name) : null);

export function withCover<Book extends { id: number; title: string; language: string | null }>(
  book: Book,
  by: Contributor[],
) {
  return { ...book, by, cover: coverVersion({ ...book, author: coverAuthor(by) }) };
}

/** Adds to each book who made it, and the version of its cover; one query for all of them. */
export async function withContributors<Row extends { id: number; title: string; language: string | null }>(
  rows: Row[],
) {
  const byBook = await contributorsOf(rows.map(({ id }) => id));
  return rows.map((row) => withCover(row, byBook.get(row.id) ?? []));
}

const credited = prepared('contributors_of', () =>
  db
    .select({ bookId: contributors.bookId, ...contributorColumns })
    .from(contributors)
    .innerJoin(authors, eq(authors.id, contributors.authorId))
    .where(inIds(contributors.bookId, 'ids'))
    .orderBy(asc(contributors.bookId), asc(contributors.position)),
);

export async function contributorsOf(bookIds: number[]): Promise<Map<number, Contributor[]>> {
  if (bookIds.length === 0) return new Map();
  return Map.groupBy(await credited({ ids: idsParam(bookIds) }), ({ bookId }) => bookId);
}
