import { and, eq, exists, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { bookGenres, books, contributors, copies } from '#db/schema/catalog';
import { holds, loans } from '#db/schema/circulation';
import { openLoan, readyHold } from '#lib/catalog/availability-queries';
import { matching } from '#lib/catalog/book-list-queries';

/** Within one filter any value will do; every filter must be met. An empty one asks for nothing. */
export type BooksAskedFor = {
  q?: string | undefined;
  author?: number[];
  genre?: number[];
  language?: string[];
  format?: string[];
  /** First years of decades: 1960 is 1960 to 1969, -430 is 430 BCE to 421 BCE. */
  decade?: number[];
  addedSince?: Date | undefined;
  available?: true | undefined;
};

export function booksThat(asked: BooksAskedFor): SQL | undefined {
  return and(
    asked.q === undefined ? undefined : matching({ query: asked.q }),
    ifAny(asked.author, bookByAuthor),
    ifAny(asked.genre, bookOfGenre),
    ifAny(asked.language, (codes) => inArray(books.language, codes)),
    ifAny(asked.format, (formats) => sql`${books.format} in ${formats}`),
    ifAny(asked.decade, (decades) => sql`${decadeOfBook} in ${decades}`),
    asked.addedSince && gte(books.addedAt, asked.addedSince),
    asked.available && exists(copyOnShelf()),
  );
}

const ifAny = <Value>(values: Value[] | undefined, condition: (values: Value[]) => SQL) =>
  values && values.length > 0 ? condition(values) : undefined;

/** Division of whole numbers goes towards zero in both engines, decades go down. */
const decadeOfBook = sql`(${books.year} - (((${books.year} % 10) + 10) % 10))`;

const bookByAuthor = (authorIds: number[]) =>
  inArray(
    books.id,
    db
      .select({ id: contributors.bookId })
      .from(contributors)
      .where(inArray(contributors.authorId, authorIds)),
  );

const bookOfGenre = (genreIds: number[]) =>
  inArray(
    books.id,
    db.select({ id: bookGenres.bookId }).from(bookGenres).where(inArray(bookGenres.genreId, genreIds)),
  );

const copyOnShelf = () =>
  db
    .select({ id: copies.id })
    .from(copies)
    .leftJoin(loans, openLoan())
    .leftJoin(holds, readyHold())
    .where(and(eq(copies.bookId, books.id), eq(copies.condition, 'ok'), isNull(loans.id), isNull(holds.id)));
