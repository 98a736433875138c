import { asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { bookGenres, books, copies, genres } from '#db/schema/catalog';
import { holds, loans } from '#db/schema/circulation';
import { availabilityOf, openLoan, readyHold } from '#lib/catalog/availability-queries';
import {
  contributorsOf,
  coverAuthor,
  shelfColumns,
  withContributors,
} from '#lib/catalog/contributor-queries';
import { type CopyState, copyState } from '#lib/catalog/copy-state';
import type { CoverBook } from '#lib/catalog/cover';

export type CopyOfBook = {
  publicId: string;
  barcode: string;
  shelfMark: string | null;
  imprint: string | null;
  state: CopyState;
  dueOn: string | null;
};

/** Everything a book's page shows; undefined for an id that no book has. */
export async function bookDetail(id: number) {
  const [row] = await db.select().from(books).where(eq(books.id, id));
  if (!row) return undefined;
  const [book] = await withContributors([row]);
  if (!book) return undefined;
  const available = await availabilityOf([id]);
  return {
    ...book,
    genres: await genresOf(id),
    copies: await copiesOf(id),
    availability: available.get(id) ?? { onShelf: 0, copies: 0 },
  };
}

const genresOf = (bookId: number) =>
  db
    .select({ id: genres.id, name: genres.name })
    .from(bookGenres)
    .innerJoin(genres, eq(genres.id, bookGenres.genreId))
    .where(eq(bookGenres.bookId, bookId))
    .orderBy(asc(genres.sortKey));

async function copiesOf(bookId: number): Promise<CopyOfBook[]> {
  const rows = await db
    .select({
      publicId: copies.publicId,
      barcode: copies.barcode,
      shelfMark: copies.shelfMark,
      imprint: copies.imprint,
      condition: copies.condition,
      dueOn: loans.dueOn,
      heldUntil: holds.pickUpBy,
    })
    .from(copies)
    .leftJoin(loans, openLoan())
    .leftJoin(holds, readyHold())
    .where(eq(copies.bookId, bookId))
    .orderBy(asc(copies.id));
  return rows.map(({ condition, heldUntil, ...copy }) => ({
    ...copy,
    state: copyState({ condition, dueOn: copy.dueOn, heldUntil }),
  }));
}

/** What a cover is drawn from. */
export async function coverBook(id: number): Promise<CoverBook | undefined> {
  const [row] = await db.select(shelfColumns).from(books).where(eq(books.id, id));
  if (!row) return undefined;
  const by = (await contributorsOf([id])).get(id) ?? [];
  return { ...row, author: coverAuthor(by) };
}
