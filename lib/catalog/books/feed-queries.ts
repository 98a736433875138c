import { inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { books } from '#db/schema/catalog';

export type Arrival = { addedAt: Date; summary: string | null };

/** When books came, and what they are about; one query for all of them. */
export async function arrivalsOf(bookIds: number[]): Promise<Map<number, Arrival>> {
  if (bookIds.length === 0) return new Map();
  const rows = await db
    .select({ id: books.id, addedAt: books.addedAt, summary: books.summary })
    .from(books)
    .where(inArray(books.id, bookIds));
  return new Map(rows.map(({ id, ...arrival }) => [id, arrival]));
}
