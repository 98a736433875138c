import { and, count, notInArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { idsParam, inIds } from '#db/in-ids';
import { prepared } from '#db/prepared';
import { copyStatus } from '#db/schema/circulation';
import { type Availability, uncounted } from '#lib/catalog/copies/copy-state';

const counted = prepared('availability_of', () =>
  db
    .select({
      bookId: copyStatus.bookId,
      copies: count(),
      onShelf: sql<number>`sum(case when ${copyStatus.state} = 'on_shelf' then 1 else 0 end)`,
      dueOn: sql<string | null>`string_agg(${copyStatus.dueOn}, ' ')`,
    })
    .from(copyStatus)
    .where(and(inIds(copyStatus.bookId, 'ids'), notInArray(copyStatus.condition, uncounted)))
    .groupBy(copyStatus.bookId),
);

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
