import { inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { books } from '#db/schema/catalog';

export async function titlesOf(ids: number[]) {
  if (ids.length === 0) return new Map<number, { id: number; title: string; language: string | null }>();
  const row = { id: books.id, title: books.title, language: books.language };
  const rows = await db.select(row).from(books).where(inArray(books.id, ids));
  return new Map(rows.map((book) => [book.id, book]));
}
