import { eq, inArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { prepared } from '#db/prepared';
import { books } from '#db/schema/catalog';

const bookRow = prepared('book_exists', () =>
  db
    .select({ id: books.id })
    .from(books)
    .where(eq(books.id, sql.placeholder('id'))),
);

export const bookExists = async (id: number): Promise<boolean> => (await bookRow({ id })).length === 1;

export async function anyBookExists(ids: number[]): Promise<boolean> {
  const rows = await db.select({ id: books.id }).from(books).where(inArray(books.id, ids)).limit(1);
  return rows.length === 1;
}
