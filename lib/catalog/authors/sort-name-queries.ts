import { inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { authors } from '#db/schema/catalog';

/** The names of authors as they are filed, `Austen, Jane`, by their ids; one query for all of them. */
export async function sortNamesOf(authorIds: number[]): Promise<Map<number, string>> {
  if (authorIds.length === 0) return new Map();
  const rows = await db
    .select({ id: authors.id, sortName: authors.sortName })
    .from(authors)
    .where(inArray(authors.id, authorIds));
  return new Map(rows.map(({ id, sortName }) => [id, sortName]));
}
