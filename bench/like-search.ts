import { and, asc, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, books, contributors } from '#db/schema/catalog';
import type { Filters } from './search-subject.ts';

/** Search as simple systems have it: `LIKE '%word%'` over title and author, in the order of titles, with a count. */
export async function likeSearch(q: string, filters: Filters, size = 10): Promise<number[]> {
  const where = and(...q.toLowerCase().split(/\s+/).map(anywhere), ...narrowed(filters));
  const rows = await db
    .select({ id: books.id })
    .from(books)
    .where(where)
    .orderBy(asc(books.sortKey), asc(books.id))
    .limit(size);
  await db.$count(books, where);
  return rows.map(({ id }) => id);
}

function anywhere(word: string): SQL | undefined {
  const pattern = `%${word}%`;
  const byAuthor = db
    .select({ one: sql`1` })
    .from(contributors)
    .innerJoin(authors, eq(authors.id, contributors.authorId))
    .where(and(eq(contributors.bookId, books.id), sql`lower(${authors.name}) like ${pattern}`));
  return or(sql`lower(${books.title}) like ${pattern}`, exists(byAuthor));
}

function narrowed({ language, format, decade }: Filters): SQL[] {
  return [
    ...(language.length > 0 ? [inArray(books.language, language)] : []),
    ...(format.length > 0 ? [inArray(books.format, format)] : []),
    ...decade.map((first) => sql`${books.year} between ${first} and ${first + 9}`),
  ];
}
