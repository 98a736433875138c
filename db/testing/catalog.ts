import type { Transaction } from '#db/client';
import { creditRowOf } from '#db/rows/credit-row';
import { bookGenres, contributors } from '#db/schema/catalog';
import { type bookRow, insertAuthor, insertBook, insertCopy, insertGenre } from '#db/testing/records';

export const contributorRow = (
  bookId: number,
  position: number,
  authorId: number,
  creditedAs: string | null = null,
) => creditRowOf(bookId, position, { authorId, role: 'author', creditedAs });

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
