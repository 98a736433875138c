import { and, asc, eq, gt } from 'drizzle-orm';
import { db } from '#db/client';
import { copies } from '#db/schema/catalog';
import { copyStatus } from '#db/schema/circulation';
import { type Place, pageOf } from '#lib/api/requests/cursor';
import type { Copy } from '#lib/api/schemas/copy-schema';

/** One page of a book's copies, in the order of their public ids: what they were numbered with stays ours. */
export async function copiesAfter(
  bookId: number,
  place: Place<'copy'> | undefined,
  limit: number,
): Promise<{ items: Copy[]; next: string | null }> {
  const rows = await db
    .select({
      id: copies.publicId,
      state: copyStatus.state,
      dueOn: copyStatus.dueOn,
      shelfMark: copies.shelfMark,
      location: copies.location,
    })
    .from(copies)
    .innerJoin(copyStatus, eq(copyStatus.copyId, copies.id))
    .where(and(eq(copies.bookId, bookId), place && gt(copies.publicId, place[0])))
    .orderBy(asc(copies.publicId))
    .limit(limit + 1);
  const page = pageOf(rows, limit, 'copy', ({ id }) => [id]);
  const items = page.rows.map((row) => ({
    id: row.id,
    state: row.state,
    due_on: row.dueOn,
    shelf_mark: row.shelfMark,
    location: row.location,
  }));
  return { items, next: page.next };
}
