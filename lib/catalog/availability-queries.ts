import { and, count, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { among, idList } from '#db/among';
import { db } from '#db/client';
import { prepared } from '#db/prepared';
import { copies } from '#db/schema/catalog';
import { holds, loans } from '#db/schema/circulation';
import { type Availability, uncounted } from '#lib/catalog/copy-state';

export const openLoan = () => and(eq(loans.copyId, copies.id), isNull(loans.returnedAt));
export const readyHold = () => and(eq(holds.copyId, copies.id), isNull(holds.closedAt));

const counted = prepared('availability_of', () => {
  const free = sql`${copies.condition} = 'ok' and ${loans.id} is null and ${holds.id} is null`;
  return db
    .select({
      bookId: copies.bookId,
      copies: count(),
      onShelf: sql<number>`sum(case when ${free} then 1 else 0 end)`,
    })
    .from(copies)
    .leftJoin(loans, openLoan())
    .leftJoin(holds, readyHold())
    .where(and(among(copies.bookId, 'ids'), notInArray(copies.condition, uncounted)))
    .groupBy(copies.bookId);
});

/** How many copies of each book there are to lend, and how many of them are in. */
export async function availabilityOf(bookIds: number[]): Promise<Map<number, Availability>> {
  if (bookIds.length === 0) return new Map();
  const rows = await counted({ ids: idList(bookIds) });
  return new Map(
    rows.map((row) => [row.bookId, { copies: Number(row.copies), onShelf: Number(row.onShelf) }]),
  );
}
