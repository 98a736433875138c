import { asc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, books, contributors } from '#db/schema/catalog';
import type { Described } from '#lib/import/match/same-work';

/** Books by their ids, in the order of these. */
export async function describedBooks(ids: number[]): Promise<Described[]> {
  if (ids.length === 0) return [];
  const { id, title, subtitle, otherTitles } = books;
  const rows = await db
    .select({ id, title, subtitle, otherTitles })
    .from(books)
    .where(inArray(books.id, ids));
  const { name, sortName, variants } = authors;
  const people = await db
    .select({ bookId: contributors.bookId, name, sortName, variants })
    .from(contributors)
    .innerJoin(authors, eq(authors.id, contributors.authorId))
    .where(inArray(contributors.bookId, ids))
    .orderBy(asc(contributors.position));
  const byBook = Map.groupBy(people, ({ bookId }) => bookId);
  const names = (bookId: number) =>
    (byBook.get(bookId) ?? []).flatMap((person) => [person.name, person.sortName, ...person.variants]);
  const byId = new Map(rows.map((row) => [row.id, { ...row, names: names(row.id) }]));
  return ids.flatMap((bookId) => byId.get(bookId) ?? []);
}
