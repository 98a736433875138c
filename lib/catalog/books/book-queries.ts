import { asc, eq, getTableColumns } from 'drizzle-orm';
import { db } from '#db/client';
import { bookGenres, books, genres } from '#db/schema/catalog';
import {
  contributorsOf,
  coverAuthor,
  shelfColumns,
  withContributors,
} from '#lib/catalog/books/contributor-queries';
import { withAvailability } from '#lib/catalog/copies/availability-queries';
import { copiesOf } from '#lib/catalog/copies/copy-queries';
import type { CoverBook } from '#lib/covers/cover';

const {
  titleKey: _,
  titleKeys: __,
  titleWords: ___,
  otherWords: ____,
  aboutWords: _____,
  authorKey: ______,
  ...shown
} = getTableColumns(books);

/** Everything that is said of a book but its copies; undefined for an id that no book has. */
export async function bookRecord(id: number) {
  const [row] = await db.select(shown).from(books).where(eq(books.id, id));
  if (!row) return undefined;
  const [book] = await withAvailability(await withContributors([row]));
  return book && { ...book, genres: await genresOf(id) };
}

/** Everything a book's page shows. */
export async function bookDetail(id: number) {
  const book = await bookRecord(id);
  return book && { ...book, copies: await copiesOf(id) };
}

export type BookRecord = NonNullable<Awaited<ReturnType<typeof bookRecord>>>;
export type BookDetail = NonNullable<Awaited<ReturnType<typeof bookDetail>>>;

const genresOf = (bookId: number) =>
  db
    .select({ id: genres.id, name: genres.name })
    .from(bookGenres)
    .innerJoin(genres, eq(genres.id, bookGenres.genreId))
    .where(eq(bookGenres.bookId, bookId))
    .orderBy(asc(genres.sortKey));

/** What a cover is drawn from. */
export async function coverBook(id: number): Promise<CoverBook | undefined> {
  const [row] = await db.select(shelfColumns).from(books).where(eq(books.id, id));
  if (!row) return undefined;
  const by = (await contributorsOf([id])).get(id) ?? [];
  return { ...row, author: coverAuthor(by) };
}
