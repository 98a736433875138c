import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { isUniqueViolation } from '#db/errors';
import { type CopyRecord, copyRowOf } from '#db/rows/copy-row';
import { line } from '#db/rows/text';
import { books, copies } from '#db/schema/catalog';
import { batches } from '#lib/catalog/batches';

/** A copy; its public id is made up where there is none yet. */
export type NewCopy = Omit<CopyRecord, 'publicId'> & { publicId?: string };

/** Why a copy cannot be written so. */
export type CopyRefusal = 'barcode_missing' | 'barcode_too_long' | 'barcode_taken' | 'book_not_found';

export type AddCopyOutcome =
  | { ok: true; copyId: number; publicId: string }
  | { ok: false; reasons: CopyRefusal[] };
export type ChangeCopyOutcome = { ok: true } | { ok: false; reasons: (CopyRefusal | 'copy_not_found')[] };

/** Adds a copy of a book. */
export const addCopy = (copy: NewCopy): Promise<AddCopyOutcome> =>
  unlessBarcodeIsTaken(() =>
    transaction(async (tx) => {
      const reasons = await refusalsOf(copy, 0, tx);
      if (reasons.length > 0) return { ok: false, reasons };
      const publicId = copy.publicId ?? randomUUID();
      const [copyId = 0] = await insertCopies(tx, [{ ...copy, publicId }]);
      return { ok: true, copyId, publicId };
    }),
  );

/** Changes what is named and leaves the rest. Whose copy it is, and its address, stay. */
export const changeCopy = (
  id: number,
  changes: Partial<Omit<NewCopy, 'bookId' | 'publicId'>>,
): Promise<ChangeCopyOutcome> =>
  unlessBarcodeIsTaken(() =>
    transaction(async (tx) => {
      const before = await lockCopy(tx, id);
      if (!before) return { ok: false, reasons: ['copy_not_found'] };
      const copy = { ...before, ...changes };
      const reasons = await refusalsOf(copy, id, tx);
      if (reasons.length > 0) return { ok: false, reasons };
      await tx.update(copies).set(copyRowOf(copy)).where(eq(copies.id, id));
      return { ok: true };
    }),
  );

/** For loads: many copies in a transaction that is under way. Their ids, in the order of the copies. */
export async function insertCopies(tx: Transaction, records: NewCopy[]): Promise<number[]> {
  const rows = records.map((copy) => copyRowOf({ ...copy, publicId: copy.publicId ?? randomUUID() }));
  const ids: number[] = [];
  for (const batch of batches(rows)) {
    const inserted = await tx.insert(copies).values(batch).returning({ id: copies.id });
    ids.push(...inserted.map(({ id }) => id));
  }
  return ids;
}

/** What a scanner reads has some fourteen characters; an index takes no more than some thousand. */
const maxBarcodeLength = 100;

type Reader = Pick<Transaction, 'select'>;

async function refusalsOf({ barcode, bookId }: NewCopy, id: number, from: Reader): Promise<CopyRefusal[]> {
  const kept = line(barcode);
  const others = and(eq(copies.barcode, kept), ne(copies.id, id));
  const taken = await from.select({ id: copies.id }).from(copies).where(others);
  const book = await from.select({ id: books.id }).from(books).where(eq(books.id, bookId));
  const found: [CopyRefusal, boolean][] = [
    ['barcode_missing', kept === ''],
    ['barcode_too_long', kept.length > maxBarcodeLength],
    ['barcode_taken', taken.length > 0],
    ['book_not_found', book.length === 0],
  ];
  return found.flatMap(([reason, applies]) => (applies ? [reason] : []));
}

/** Writing is what both engines lock a row with: on PostgreSQL others may change it at the same time. */
async function lockCopy(tx: Transaction, id: number) {
  const [copy] = await tx.update(copies).set({ note: copies.note }).where(eq(copies.id, id)).returning();
  return copy;
}

/** Another may have added the same barcode after this one looked. */
async function unlessBarcodeIsTaken<Outcome>(
  work: () => Promise<Outcome>,
): Promise<Outcome | { ok: false; reasons: ['barcode_taken'] }> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reasons: ['barcode_taken'] };
    throw error;
  }
}
