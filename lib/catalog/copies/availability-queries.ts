import { eq, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { idsParam, inIds } from '#db/in-ids';
import { prepared } from '#db/prepared';
import { copies } from '#db/schema/catalog';
import { copyStatus } from '#db/schema/circulation';
import { type Availability, availabilityFrom, noCopies } from '#lib/catalog/copies/availability';

const facts = prepared('availability_of', () =>
  db
    .select({
      bookId: copies.bookId,
      condition: copies.condition,
      location: copies.location,
      shelfMark: copies.shelfMark,
      state: copyStatus.state,
      dueOn: copyStatus.dueOn,
      awaited: sql<number>`case when exists (select 1 from holds where holds.book_id = ${copies.bookId}
        and holds.closed_at is null and holds.copy_id is null) then 1 else 0 end`,
    })
    .from(copies)
    .innerJoin(copyStatus, eq(copyStatus.copyId, copies.id))
    .where(inIds(copies.bookId, 'ids')),
);

/** What the copies of each book come to; a book without any is left out. */
export async function availabilityOf(bookIds: number[]): Promise<Map<number, Availability>> {
  if (bookIds.length === 0) return new Map();
  const byBook = Map.groupBy(await facts({ ids: idsParam(bookIds) }), ({ bookId }) => bookId);
  return new Map([...byBook].map(([id, rows]) => [id, availabilityFrom(rows, isAwaited(rows))]));
}

const isAwaited = (rows: { awaited: number }[]) => rows.some(({ awaited }) => Number(awaited) === 1);

/** Adds to each book what its copies come to; one query for all of them. */
export async function withAvailability<Book extends { id: number }>(books: Book[]) {
  const available = await availabilityOf(books.map(({ id }) => id));
  return books.map((book) => ({ ...book, availability: available.get(book.id) ?? noCopies }));
}
