import { and, asc, count, desc, eq, exists, inArray, ne, not, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { bookGenres, books, contributors, genres } from '#db/schema/catalog';
import { searchEntries } from '#db/schema/search';
import { type Contributor, shelfColumns, withContributors } from '#lib/catalog/books/contributor-queries';
import type { ShelvedBook } from '#lib/catalog/books/shelved-books';
import { withAvailability } from '#lib/catalog/copies/availability-queries';

const maxBooks = 6;

/** How far a book's number may be from those of its relatives: the cost must not grow with the library. */
const neighbourhood = 5000;

/** Of the nearest so many, those come first that a reader can read, and have. */
const candidates = 60;

type Genre = { id: number; name: string };
type Known = { id: number; by: Contributor[]; genres: Genre[] };

export type RelatedBooks = {
  author: Contributor | undefined;
  byAuthor: ShelvedBook[];
  /** What all of `sameGenre` have in common with the book. */
  genre: Genre | undefined;
  sameGenre: ShelvedBook[];
};

/**
 * What a reader of this book may want next: others by its first author, and others of one of its genres; of these first
 * what is in the reader's language, then what is on the shelf.
 */
export async function relatedBooks({ id, by, genres }: Known, language: string): Promise<RelatedBooks> {
  const author = by.find(({ role }) => role === 'author') ?? by[0];
  const byAuthor = author ? await othersBy(author.id, id) : [];
  const genre = await tellingGenre(genres);
  const sameGenre = genre ? await alike({ id, by, genres }, genre, language) : [];
  const shelved = await withAvailability(await withContributors([...byAuthor, ...sameGenre]));
  return {
    author,
    byAuthor: shelved.slice(0, byAuthor.length),
    genre,
    sameGenre: shelved.slice(byAuthor.length),
  };
}

function othersBy(authorId: number, bookId: number) {
  const theirs = db
    .select({ id: contributors.bookId })
    .from(contributors)
    .where(and(eq(contributors.authorId, authorId), ne(contributors.bookId, bookId)));
  return db
    .select(shelfColumns)
    .from(books)
    .where(inArray(books.id, theirs))
    .orderBy(asc(books.sortKey), asc(books.id))
    .limit(maxBooks);
}

/** The smallest of a book's genres that fills a shelf says most about it; where none does, the largest. */
async function tellingGenre(of: Genre[]): Promise<Genre | undefined> {
  if (of.length === 0) return undefined;
  const fills = sql`case when ${genres.bookCount} > ${maxBooks} then 0 else 1 end`;
  const inTurn = sql`case when ${genres.bookCount} > ${maxBooks} then ${genres.bookCount} else -${genres.bookCount} end`;
  const ids = of.map(({ id }) => id);
  const [genre] = await db
    .select({ id: genres.id, name: genres.name })
    .from(genres)
    .where(inArray(genres.id, ids))
    .orderBy(fills, inTurn, asc(genres.id))
    .limit(1);
  return genre;
}

/** Of a genre, by other authors: of those that share most genres and stand nearest, those to read first. */
function alike(book: Known, genre: Genre, language: string) {
  const distance = sql`abs(${bookGenres.bookId} - ${book.id})`;
  const near = db
    .select({ id: bookGenres.bookId, shared: count().as('shared') })
    .from(bookGenres)
    .where(
      and(
        inArray(
          bookGenres.genreId,
          book.genres.map(({ id }) => id),
        ),
        sql`${bookGenres.bookId} between ${book.id - neighbourhood} and ${book.id + neighbourhood}`,
        ne(bookGenres.bookId, book.id),
      ),
    )
    .groupBy(bookGenres.bookId)
    .having(sql`max(case when ${bookGenres.genreId} = ${genre.id} then 1 else 0 end) = 1`)
    .orderBy(desc(count()), distance, asc(bookGenres.bookId))
    .limit(candidates)
    .as('near');
  const [primary = language] = language.split('-');
  const readable = sql`case when ${books.language} = ${primary} or ${books.language} like ${`${primary}-%`} then 0 else 1 end`;
  return db
    .select(shelfColumns)
    .from(near)
    .innerJoin(books, eq(books.id, near.id))
    .leftJoin(searchEntries, eq(searchEntries.bookId, near.id))
    .where(byOthers(book.by))
    .orderBy(
      readable,
      desc(sql`coalesce(${searchEntries.available}, 0)`),
      desc(near.shared),
      sql`abs(${books.id} - ${book.id})`,
      asc(books.id),
    )
    .limit(maxBooks);
}

/** Those of its own author have a shelf of their own. */
function byOthers(by: Contributor[]) {
  const authors = by.map(({ id }) => id);
  if (authors.length === 0) return undefined;
  const theirs = db
    .select({ one: sql`1` })
    .from(contributors)
    .where(and(eq(contributors.bookId, books.id), inArray(contributors.authorId, authors)));
  return not(exists(theirs));
}
