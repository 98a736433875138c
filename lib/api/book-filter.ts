import { and, eq, gte, inArray, type SQL } from 'drizzle-orm';
import { db } from '#db/client';
import { bookGenres, books, contributors } from '#db/schema/catalog';

/** Every one that is set must be met. */
export type BooksAskedFor = {
  author: number | undefined;
  genre: number | undefined;
  language: string | undefined;
  addedSince: Date | undefined;
};

export const booksThat = ({ author, genre, language, addedSince }: BooksAskedFor): SQL | undefined =>
  and(
    ifAsked(author, bookByAuthor),
    ifAsked(genre, bookOfGenre),
    ifAsked(language, (code) => eq(books.language, code)),
    ifAsked(addedSince, (moment) => gte(books.addedAt, moment)),
  );

const ifAsked = <Value>(value: Value | undefined, condition: (value: Value) => SQL) =>
  value === undefined ? undefined : condition(value);

const bookByAuthor = (authorId: number) =>
  inArray(
    books.id,
    db.select({ id: contributors.bookId }).from(contributors).where(eq(contributors.authorId, authorId)),
  );

const bookOfGenre = (genreId: number) =>
  inArray(
    books.id,
    db.select({ id: bookGenres.bookId }).from(bookGenres).where(eq(bookGenres.genreId, genreId)),
  );
