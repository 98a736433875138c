import { and, count, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { idsParam, inIds } from '#db/in-ids';
import { prepared } from '#db/prepared';
import { copies } from '#db/schema/catalog';
import { holds, loans } from '#db/schema/circulation';
import { type Availability, uncounted } from '#lib/catalog/copies/copy-state';

export const openLoan = () => and(eq(loans.copyId, copies.id), isNull(loans.returnedAt));
export const readyHold = () => and(eq(holds.copyId, copies.id), isNull(holds.closedAt));

const counted = prepared('availability_of', () => {
  const free = sql`${copies.condition} = 'ok' and ${loans.id} is null and ${holds.id} is null`;
  return db
    .select({
      bookId: copies.bookId,
      copies: count(),
      onShelf: sql<number>`sum(case when ${free} then 1 else 0 end)`,
      dueOn: sql<string | null>`string_agg(${loans.dueOn}, ' ')`,
    })
    .from(copies)
    .leftJoin(loans, openLoan())
    .leftJoin(holds, readyHold())
    .where(and(inIds(copies.bookId, 'ids'), notInArray(copies.condition, uncounted)))
    .groupBy(copies.bookId);
});

/** How many copies of each book there are to lend, how many of them are in and, where none is, when they are due. */
export async function availabilityOf(bookIds: number[]): Promise<Map<number, Availability>> {
  if (bookIds.length === 0) return new Map();
  const rows = await counted({ ids: idsParam(bookIds) });
  return new Map(rows.map(({ bookId, ...row }) => [bookId, availability(row)]));
}

type Counted = { copies: number; onShelf: number; dueOn: string | null };

function availability({ copies, onShelf, dueOn }: Counted): Availability {
  const counts = { copies: Number(copies), onShelf: Number(onShelf) };
  return counts.onShelf > 0 || dueOn === null ? counts : { ...counts, dueOn: dueOn.split(' ').sort() };
}
