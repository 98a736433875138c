import type { Transaction } from '#db/client';
import { creditRowOf } from '#db/rows/credit-row';
import { bookGenres, contributors, languages } from '#db/schema/catalog';
import { type bookRow, insertAuthor, insertBook, insertCopy, insertGenre } from '#db/testing/records';

type Credited = { bookId: number; authorId: number } & Partial<typeof contributors.$inferInsert>;

/** Who had which part in which book; the author, in the first place, where nothing else is said. What is there stays. */
export async function insertCredits(tx: Writer, credits: Credited[]): Promise<void> {
  const rows = credits.map(({ bookId, position = 0, authorId, role = 'author', creditedAs = null }) =>
    creditRowOf(bookId, position, { authorId, role, creditedAs }),
  );
  if (rows.length > 0) await tx.insert(contributors).values(rows).onConflictDoNothing();
}

export async function insertBookGenres(tx: Writer, links: (typeof bookGenres.$inferInsert)[]): Promise<void> {
  if (links.length > 0) await tx.insert(bookGenres).values(links);
}

export async function insertLanguages(tx: Writer, ...codes: string[]): Promise<void> {
  await tx
    .insert(languages)
    .values(codes.map((code) => ({ code })))
    .onConflictDoNothing();
}

export const contributorRow = (
  bookId: number,
  position: number,
  authorId: number,
  creditedAs: string | null = null,
) => creditRowOf(bookId, position, { authorId, role: 'author', creditedAs });

type Writer = Pick<Transaction, 'insert'>;

type Work = Parameters<typeof bookRow>[0] & {
  by?: { name: string; variants?: string[]; creditedAs?: string }[];
  genres?: string[];
  copies?: Parameters<typeof insertCopy>[2][];
};

/** A book with authors and genres of its own, and its copies. */
export async function catalog(tx: Transaction, { by = [], genres = [], copies = [], ...book }: Work) {
  const id = await insertBook(tx, book);
  for (const [position, { name, variants, creditedAs }] of by.entries()) {
    const author = await insertAuthor(tx, name, variants);
    await tx.insert(contributors).values(contributorRow(id, position, author, creditedAs));
  }
  for (const name of genres)
    await tx.insert(bookGenres).values({ bookId: id, genreId: await insertGenre(tx, name) });
  for (const copy of copies) await insertCopy(tx, id, copy);
  return id;
}
