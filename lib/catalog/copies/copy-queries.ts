import { and, asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { books, copies } from '#db/schema/catalog';
import { copyStatus } from '#db/schema/circulation';
import { shelfColumns, withContributors } from '#lib/catalog/books/contributor-queries';
import { withAvailability } from '#lib/catalog/copies/availability-queries';
import { type Condition, type CopyState, soonestFirst } from '#lib/catalog/copies/copy-state';
import { keyColumns, pastPlace, type SortOrder, sorted } from '#lib/lists/sort-order';
import { type Step, type Walked, walked } from '#lib/lists/walk';

export type CopyOfBook = {
  publicId: string;
  barcode: string;
  shelfMark: string | null;
  location: string | null;
  imprint: string | null;
  condition: Condition;
  state: CopyState;
  dueOn: string | null;
};

const copyColumns = {
  publicId: copies.publicId,
  barcode: copies.barcode,
  shelfMark: copies.shelfMark,
  location: copies.location,
  imprint: copies.imprint,
  condition: copies.condition,
  state: copyStatus.state,
  dueOn: copyStatus.dueOn,
};

/** The copies of a book, those that a reader can have soonest first; else in the order in which they came. */
export async function copiesOf(bookId: number): Promise<CopyOfBook[]> {
  const rows = await db
    .select(copyColumns)
    .from(copies)
    .innerJoin(copyStatus, eq(copyStatus.copyId, copies.id))
    .where(eq(copies.bookId, bookId))
    .orderBy(asc(copies.id));
  return soonestFirst(rows);
}

/** What it was numbered with stays ours. */
const byPublicId: SortOrder = {
  name: 'copy',
  keys: [{ by: copies.publicId, kind: 'text' }],
  direction: 'asc',
};

/** The next copies of a book behind a place, by their public ids. */
export async function walkCopies(bookId: number, { after, limit }: Step): Promise<Walked<CopyOfBook>> {
  const rows = await db
    .select({ item: copyColumns, keys: keyColumns(byPublicId) })
    .from(copies)
    .innerJoin(copyStatus, eq(copyStatus.copyId, copies.id))
    .where(and(eq(copies.bookId, bookId), after && pastPlace(byPublicId, 'after', after)))
    .orderBy(...sorted(byPublicId, 'after'))
    .limit(limit + 1);
  return walked(rows, byPublicId, limit);
}

/** Everything a copy's page shows, with its book; undefined for an id that no copy has. */
export async function copyDetail(publicId: string) {
  const [row] = await db
    .select({ ...copyColumns, acquiredOn: copies.acquiredOn, book: shelfColumns })
    .from(copies)
    .innerJoin(books, eq(books.id, copies.bookId))
    .innerJoin(copyStatus, eq(copyStatus.copyId, copies.id))
    .where(eq(copies.publicId, publicId));
  if (!row) return undefined;
  const [book] = await withAvailability(await withContributors([row.book]));
  return book && { ...row, book };
}
