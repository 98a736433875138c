import { and, count, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { copies } from '#db/schema/catalog';
import { holds, loans } from '#db/schema/circulation';
import { type Availability, uncounted } from '#lib/catalog/copy-state';

export const openLoan = () => and(eq(loans.copyId, copies.id), isNull(loans.returnedAt));
export const readyHold = () => and(eq(holds.copyId, copies.id), isNull(holds.closedAt));

/** How many copies of each book there are to lend, and how many of them are in. */
export async function availabilityOf(bookIds: number[]): Promise<Map<number, Availability>> {
  if (bookIds.length === 0) return new Map();
  const free = sql`${copies.condition} = 'ok' and ${loans.id} is null and ${holds.id} is null`;
  const rows = await db
    .select({
      bookId: copies.bookId,
      copies: count(),
      onShelf: sql<number>`sum(case when ${free} then 1 else 0 end)`,
    })
    .from(copies)
    .leftJoin(loans, openLoan())
    .leftJoin(holds, readyHold())
    .where(and(inArray(copies.bookId, bookIds), notInArray(copies.condition, uncounted)))
    .groupBy(copies.bookId);
  return new Map(
    rows.map((row) => [row.bookId, { copies: Number(row.copies), onShelf: Number(row.onShelf) }]),
  );
}
