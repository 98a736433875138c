import { eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { type AuthorRecord, authorRowOf } from '#db/rows/author-row';
import { line } from '#db/rows/text';
import { authors } from '#db/schema/catalog';
import { batches } from '#lib/catalog/batches';
import { isLifeInOrder, parsePartialDate } from '#lib/catalog/partial-date';

/** Why an author cannot be written so. */
export type AuthorRefusal = 'name_missing' | 'born_wrong' | 'died_wrong' | 'died_before_born';

export type AddAuthorOutcome = { ok: true; authorId: number } | { ok: false; reasons: AuthorRefusal[] };
export type ChangeAuthorOutcome =
  | { ok: true }
  | { ok: false; reasons: (AuthorRefusal | 'author_not_found')[] };

/** Adds an author. There may be others of the same name. */
export async function addAuthor(author: AuthorRecord): Promise<AddAuthorOutcome> {
  const reasons = refusalsOf(author);
  if (reasons.length > 0) return { ok: false, reasons };
  const [authorId = 0] = await transaction((tx) => insertAuthors(tx, [author]));
  return { ok: true, authorId };
}

/** Changes what is named and leaves the rest; a book by the author is found by the new name at once. */
export const changeAuthor = (id: number, changes: Partial<AuthorRecord>): Promise<ChangeAuthorOutcome> =>
  transaction(async (tx) => {
    const before = await lockAuthor(tx, id);
    if (!before) return { ok: false, reasons: ['author_not_found'] };
    const author = { ...before, ...changes };
    const reasons = refusalsOf(author);
    if (reasons.length > 0) return { ok: false, reasons };
    await tx.update(authors).set(authorRowOf(author)).where(eq(authors.id, id));
    return { ok: true };
  });

/** For loads: many authors in a transaction that is under way. Their ids, in the order of the authors. */
export async function insertAuthors(tx: Transaction, records: AuthorRecord[]): Promise<number[]> {
  const ids: number[] = [];
  for (const batch of batches(records.map(authorRowOf))) {
    const inserted = await tx.insert(authors).values(batch).returning({ id: authors.id });
    ids.push(...inserted.map(({ id }) => id));
  }
  return ids;
}

function refusalsOf({ name, born = null, died = null }: AuthorRecord): AuthorRefusal[] {
  const found: [AuthorRefusal, boolean][] = [
    ['name_missing', line(name) === ''],
    ['born_wrong', born !== null && !parsePartialDate(born)],
    ['died_wrong', died !== null && !parsePartialDate(died)],
    ['died_before_born', !isLifeInOrder(born, died)],
  ];
  return found.flatMap(([reason, applies]) => (applies ? [reason] : []));
}

/** Writing is what both engines lock a row with: on PostgreSQL others may change it at the same time. */
async function lockAuthor(tx: Transaction, id: number) {
  const [author] = await tx.update(authors).set({ born: authors.born }).where(eq(authors.id, id)).returning();
  return author;
}
