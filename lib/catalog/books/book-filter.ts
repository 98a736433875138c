import { and, eq, gte, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { bookGenres, books, contributors } from '#db/schema/catalog';
import type { Contributor } from '#lib/catalog/books/contributor-queries';

/** Every one that is set must be met. */
export type BookFilter = {
  authorId?: number | undefined;
  /** What the author did for the book; anything where it is not set. */
  role?: Contributor['role'] | undefined;
  genreId?: number | undefined;
  language?: string | undefined;
  addedSince?: Date | undefined;
};

/** What makes a book one of those asked for, to look them all up by; undefined where every book is. */
export const booksThat = (filter: BookFilter): SQL | undefined => conditions(filter, among);

/** The same, to ask of one book after the other: SQLite does what it reads, and either is slow in the other's place. */
export const bookMeets = (filter: BookFilter): SQL | undefined => conditions(filter, linked);

type Linked = (bookId: SQLiteColumn, link: SQL | undefined) => SQL;

const among: Linked = (bookId, link) =>
  sql`${books.id} in (select ${bookId} from ${bookId.table} where ${link})`;

const linked: Linked = (bookId, link) =>
  sql`exists (select 1 from ${bookId.table} where ${and(eq(bookId, books.id), link)})`;

function conditions({ authorId, role, genreId, language, addedSince }: BookFilter, by: Linked) {
  const credit = (id: number) => and(eq(contributors.authorId, id), ifAsked(role, isRole));
  return and(
    ifAsked(authorId, (id) => by(contributors.bookId, credit(id))),
    ifAsked(genreId, (id) => by(bookGenres.bookId, eq(bookGenres.genreId, id))),
    ifAsked(language, (code) => eq(books.language, code)),
    ifAsked(addedSince, (moment) => gte(books.addedAt, moment)),
  );
}

const isRole = (role: Contributor['role']) => eq(contributors.role, role);

const ifAsked = <Value>(value: Value | undefined, condition: (value: Value) => SQL) =>
  value === undefined ? undefined : condition(value);
