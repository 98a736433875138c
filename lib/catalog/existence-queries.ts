import { eq, inArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { prepared } from '#db/prepared';
import { authors, books, genres } from '#db/schema/catalog';

const byId = (name: string, table: typeof books | typeof authors | typeof genres) => {
  const row = prepared(name, () =>
    db
      .select({ id: table.id })
      .from(table)
      .where(eq(table.id, sql.placeholder('id'))),
  );
  return async (id: number): Promise<boolean> => (await row({ id })).length === 1;
};

export const bookExists = byId('book_exists', books);
export const authorExists = byId('author_exists', authors);
export const genreExists = byId('genre_exists', genres);

export async function anyBookExists(ids: number[]): Promise<boolean> {
  const rows = await db.select({ id: books.id }).from(books).where(inArray(books.id, ids)).limit(1);
  return rows.length === 1;
}
