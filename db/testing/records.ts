import { randomUUID } from 'node:crypto';
import { type Transaction, transaction } from '#db/client';
import { authorRowOf } from '#db/rows/author-row';
import { bookRowOf } from '#db/rows/book-row';
import { copyRowOf } from '#db/rows/copy-row';
import { genreRowOf } from '#db/rows/genre-row';
import { authors, books, copies, genres } from '#db/schema/catalog';
import { holds, loans, members } from '#db/schema/circulation';
import { testNow } from '#db/testing/environment';

/** Records for tests: each takes what the test is about and fills in the rest. */
export const bookRow = (values: Partial<typeof books.$inferInsert> = {}) => ({
  ...bookRowOf({ title: 'Emma', addedAt: testNow, ...values }),
  ...values,
});

export const copyRow = (bookId: number, values: Partial<typeof copies.$inferInsert> = {}) =>
  copyRowOf({ bookId, publicId: randomUUID(), barcode: randomUUID(), condition: 'ok', ...values });

export const loanRow = (copyId: number, memberId: number | null, returnedAt: Date | null = null) => ({
  copyId,
  memberId,
  returnedAt,
  checkedOutOn: '2026-03-02',
  dueOn: '2026-03-23',
});

/** A hold that waits or, with a copy set aside for it, one that is ready. */
export const holdRow = (bookId: number, memberId: number, copyId: number | null = null) => ({
  bookId,
  memberId,
  copyId,
  placedAt: testNow,
  pickUpBy: copyId === null ? null : '2026-03-09',
});

export const authorRow = (name = 'Jane Austen', variants: string[] = []) => authorRowOf({ name, variants });

export const genreRow = genreRowOf;

export const memberRow = (name: string) => ({ name, barcode: randomUUID() });

const idOf = (rows: { id: number }[]): number => {
  const [row] = rows;
  if (!row) throw new Error('Nothing was inserted.');
  return row.id;
};

type Writer = Pick<Transaction, 'insert'>;

type BookValues = Parameters<typeof bookRow>[0];

export const insertBook = async (tx: Writer, values?: BookValues) =>
  idOf(await tx.insert(books).values(bookRow(values)).returning({ id: books.id }));

/** Their ids, in the order of the books. */
export async function insertBooks(tx: Writer, values: BookValues[]): Promise<number[]> {
  const ids: number[] = [];
  for (let first = 0; first < values.length; first += together) {
    const rows = values.slice(first, first + together).map(bookRow);
    ids.push(...(await tx.insert(books).values(rows).returning({ id: books.id })).map(({ id }) => id));
  }
  return ids;
}

/** SQLite takes 32,766 values in one statement. */
const together = 500;

export const insertCopy = async (tx: Writer, ...row: Parameters<typeof copyRow>) =>
  idOf(
    await tx
      .insert(copies)
      .values(copyRow(...row))
      .returning({ id: copies.id }),
  );

export const insertLoan = async (tx: Writer, ...row: Parameters<typeof loanRow>) =>
  idOf(
    await tx
      .insert(loans)
      .values(loanRow(...row))
      .returning({ id: loans.id }),
  );

export const insertHold = async (tx: Writer, ...row: Parameters<typeof holdRow>) =>
  idOf(
    await tx
      .insert(holds)
      .values(holdRow(...row))
      .returning({ id: holds.id }),
  );

export const insertAuthor = async (tx: Writer, name?: string, variants?: string[], id?: number) =>
  idOf(
    await tx
      .insert(authors)
      .values({ ...authorRow(name, variants), id })
      .returning({ id: authors.id }),
  );

export const insertGenre = async (tx: Writer, name: string, id?: number) =>
  idOf(
    await tx
      .insert(genres)
      .values({ ...genreRow(name), id })
      .returning({ id: genres.id }),
  );

export const insertMember = async (tx: Writer, name = 'Amara Okafor') =>
  idOf(await tx.insert(members).values(memberRow(name)).returning({ id: members.id }));

/** *Emma* in one copy, and two members who want it. */
export const emmaWithReaders = () =>
  transaction(async (tx) => {
    const book = await insertBook(tx);
    return {
      book,
      copy: await insertCopy(tx, book),
      amara: await insertMember(tx, 'Amara Okafor'),
      casimir: await insertMember(tx, 'Casimir Wren'),
    };
  });
