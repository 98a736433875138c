import { eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { isUniqueViolation } from '#db/errors';
import { bookRowOf } from '#db/rows/book-row';
import { type Credit, creditRowOf } from '#db/rows/credit-row';
import { bookGenres, books, contributors, languages } from '#db/schema/catalog';
import { batches } from '#lib/catalog/batches';
import type { NewBook } from '#lib/catalog/books/book';
import { type BookRefusal, refusalsOf } from '#lib/catalog/books/book-refusals';

export type AddBookOutcome = { ok: true; bookId: number } | { ok: false; reasons: BookRefusal[] };
export type ChangeBookOutcome = { ok: true } | { ok: false; reasons: (BookRefusal | 'book_not_found')[] };

/** Adds a book; from then on it is found. */
export const addBook = (book: NewBook): Promise<AddBookOutcome> =>
  unlessIsbnIsTaken(() =>
    transaction(async (tx) => {
      const reasons = await refusalsOf(book, 0, tx);
      if (reasons.length > 0) return { ok: false, reasons };
      const [bookId = 0] = await insertBooks(tx, [book]);
      return { ok: true, bookId };
    }),
  );

/** Changes what is named and leaves the rest. Contributors and genres, where they are named, become those. */
export const changeBook = (id: number, changes: Partial<NewBook>): Promise<ChangeBookOutcome> =>
  unlessIsbnIsTaken(() =>
    transaction(async (tx) => {
      const before = await lockBook(tx, id);
      if (!before) return { ok: false, reasons: ['book_not_found'] };
      const reasons = await refusalsOf(changes, id, tx);
      if (reasons.length > 0) return { ok: false, reasons };
      const row = bookRowOf({ ...before, ...changes });
      await insertLanguages(tx, [row]);
      await tx.update(books).set(row).where(eq(books.id, id));
      if (changes.contributors) await tx.delete(contributors).where(eq(contributors.bookId, id));
      if (changes.genreIds) await tx.delete(bookGenres).where(eq(bookGenres.bookId, id));
      await insertParts(tx, [{ ...changes, id }]);
      return { ok: true };
    }),
  );

/**
 * For loads: many books in a transaction that is under way. Their ids, in the order of the books. Where one cannot be, the
 * database's refusal is thrown and none is there.
 */
export async function insertBooks(tx: Transaction, records: NewBook[]): Promise<number[]> {
  const rows = records.map(bookRowOf);
  await insertLanguages(tx, rows);
  const ids: number[] = [];
  for (const batch of batches(rows)) {
    const inserted = await tx.insert(books).values(batch).returning({ id: books.id });
    ids.push(...inserted.map(({ id }) => id));
  }
  await insertParts(
    tx,
    ids.map((id, nth) => ({ ...records[nth], id })),
  );
  return ids;
}

type Parts = Pick<NewBook, 'contributors' | 'genreIds'> & { id: number };

async function insertParts(tx: Transaction, parts: Parts[]): Promise<void> {
  const credits = parts.flatMap(({ id, contributors = [] }) =>
    eachOnce(contributors).map((credit, position) => creditRowOf(id, position, credit)),
  );
  const ofGenres = parts.flatMap(({ id, genreIds = [] }) =>
    [...new Set(genreIds)].map((genreId) => ({ bookId: id, genreId })),
  );
  for (const batch of batches(credits)) await tx.insert(contributors).values(batch);
  for (const batch of batches(ofGenres)) await tx.insert(bookGenres).values(batch);
}

/** Somebody has one part in a book once, in the place where it is named first. */
const eachOnce = (credits: Credit[]): Credit[] =>
  credits.filter(
    ({ authorId, role }, place) =>
      place === credits.findIndex((other) => other.authorId === authorId && other.role === role),
  );

/** A language is there as soon as a book is in it. */
async function insertLanguages(tx: Transaction, rows: { language: string | null }[]): Promise<void> {
  const codes = [...new Set(rows.flatMap(({ language }) => language ?? []))].sort();
  if (codes.length === 0) return;
  await tx
    .insert(languages)
    .values(codes.map((code) => ({ code })))
    .onConflictDoNothing();
}

/** Writing is what both engines lock a row with: on PostgreSQL others may change it at the same time. */
async function lockBook(tx: Transaction, id: number) {
  const [book] = await tx.update(books).set({ notes: books.notes }).where(eq(books.id, id)).returning();
  return book;
}

/** Another may have added the same number after this one looked. */
async function unlessIsbnIsTaken<Outcome>(
  work: () => Promise<Outcome>,
): Promise<Outcome | { ok: false; reasons: ['isbn_taken'] }> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reasons: ['isbn_taken'] };
    throw error;
  }
}
