import { asc, desc, eq, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { prepared } from '#db/prepared';
import { authors, books, contributors } from '#db/schema/catalog';
import {
  type Contributor,
  contributorColumns,
  shelfColumns,
  withCover,
} from '#lib/catalog/books/contributor-queries';
import type { ShelvedBook } from '#lib/catalog/books/shelved-books';
import { withAvailability } from '#lib/catalog/copies/availability-queries';

const arrivals = prepared('new_arrivals', () => {
  const newest = db
    .select({ ...shelfColumns, addedAt: books.addedAt })
    .from(books)
    .orderBy(desc(books.addedAt), desc(books.id))
    .limit(sql.placeholder('limit'))
    .as('newest');
  return db
    .select({
      book: {
        id: newest.id,
        title: newest.title,
        language: newest.language,
        otherTitles: newest.otherTitles,
      },
      ...contributorColumns,
    })
    .from(newest)
    .leftJoin(contributors, eq(contributors.bookId, newest.id))
    .leftJoin(authors, eq(authors.id, contributors.authorId))
    .orderBy(desc(newest.addedAt), desc(newest.id), asc(contributors.position));
});

/** The books that came last, newest first. */
export async function newArrivals(limit: number): Promise<ShelvedBook[]> {
  const byBook = Map.groupBy(await arrivals({ limit }), ({ book }) => book.id);
  const books = [...byBook.values()].flatMap((rows) =>
    rows.slice(0, 1).map(({ book }) => withCover(book, rows.flatMap(contributorOf))),
  );
  return withAvailability(books);
}

type ContributorRow = { [Column in keyof Contributor]: Contributor[Column] | null };

const contributorOf = ({ id, name, role, creditedAs }: ContributorRow): Contributor[] =>
  id !== null && name !== null && role !== null ? [{ id, name, role, creditedAs }] : [];
