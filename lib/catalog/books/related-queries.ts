import { and, asc, count, desc, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { bookGenres, books, contributors } from '#db/schema/catalog';
import { type Contributor, shelfColumns, withContributors } from '#lib/catalog/books/contributor-queries';
import type { ShelvedBook } from '#lib/catalog/books/shelved-books';
import { withAvailability } from '#lib/catalog/copies/availability-queries';

const maxBooks = 6;

/** How far a book's number may be from those of its relatives: the cost must not grow with the library. */
const neighbourhood = 5000;

type Known = { id: number; by: Contributor[]; genres: { id: number }[] };

export type RelatedBooks = {
  author: Contributor | undefined;
  byAuthor: ShelvedBook[];
  sameGenre: ShelvedBook[];
};

/** What a reader of this book may want next: others by its first author, and others of its genres. */
export async function relatedBooks({ id, by, genres }: Known): Promise<RelatedBooks> {
  const author = by.find(({ role }) => role === 'author') ?? by[0];
  const byAuthor = author ? await othersBy(author.id, id) : [];
  const known = [id, ...byAuthor.map((book) => book.id)];
  const sameGenre = genres.length > 0 ? await alike(id, genres, known) : [];
  const shelved = await withAvailability(await withContributors([...byAuthor, ...sameGenre]));
  return {
    author,
    byAuthor: shelved.slice(0, byAuthor.length),
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

/** Those that share most genres; of equals, those that stand nearest. */
function alike(bookId: number, genres: { id: number }[], known: number[]) {
  const distance = sql`abs(${bookGenres.bookId} - ${bookId})`;
  const near = db
    .select({ id: bookGenres.bookId, shared: count().as('shared') })
    .from(bookGenres)
    .where(
      and(
        inArray(
          bookGenres.genreId,
          genres.map(({ id }) => id),
        ),
        sql`${bookGenres.bookId} between ${bookId - neighbourhood} and ${bookId + neighbourhood}`,
        notInArray(bookGenres.bookId, known),
      ),
    )
    .groupBy(bookGenres.bookId)
    .orderBy(desc(count()), distance, asc(bookGenres.bookId))
    .limit(maxBooks)
    .as('near');
  return db
    .select(shelfColumns)
    .from(near)
    .innerJoin(books, eq(books.id, near.id))
    .orderBy(desc(near.shared), sql`abs(${books.id} - ${bookId})`, asc(books.id));
}
