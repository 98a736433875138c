import { and, asc, count, desc, eq, inArray, isNull, like, notInArray, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { prepared } from '#db/prepared';
import { authors, bookGenres, books, contributors, copies, genres } from '#db/schema/catalog';
import { holds, loans } from '#db/schema/circulation';
import { wordsOf } from '#db/sort-key';
import { type Availability, type CopyState, copyState, uncounted } from '#lib/catalog/copy-state';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { type CoverBook, coverVersion } from '#lib/catalog/cover';
import { offsetOf, type Page, pageOf } from '#lib/catalog/paging';

export type Contributor = {
  id: number;
  name: string;
  role: 'author' | 'editor' | 'translator' | 'illustrator';
  creditedAs: string | null;
};
export type BookOnShelf = {
  id: number;
  title: string;
  language: string | null;
  by: Contributor[];
  cover: string;
};
export type BookInList = BookOnShelf & {
  subtitle: string | null;
  year: number | null;
  availability: Availability;
};

const shelfColumns = { id: books.id, title: books.title, language: books.language };
const listColumns = { ...shelfColumns, subtitle: books.subtitle, year: books.year };

const contributorColumns = {
  id: authors.id,
  name: authors.name,
  role: contributors.role,
  creditedAs: contributors.creditedAs,
};

/** The name on the cover: as the book prints it, of whoever comes first. */
export const coverAuthor = (by: Contributor[]) => (by[0] ? (by[0].creditedAs ?? by[0].name) : null);

const arrivals = prepared('new_arrivals', () => {
  const newest = db
    .select({ ...shelfColumns, addedAt: books.addedAt })
    .from(books)
    .orderBy(desc(books.addedAt), desc(books.id))
    .limit(sql.placeholder('limit'))
    .as('newest');
  return db
    .select({
      book: { id: newest.id, title: newest.title, language: newest.language },
      ...contributorColumns,
    })
    .from(newest)
    .leftJoin(contributors, eq(contributors.bookId, newest.id))
    .leftJoin(authors, eq(authors.id, contributors.authorId))
    .orderBy(desc(newest.addedAt), desc(newest.id), asc(contributors.position));
});

/** The books that came last, newest first. */
export async function newArrivals(limit: number): Promise<BookOnShelf[]> {
  const byBook = Map.groupBy(await arrivals({ limit }), ({ book }) => book.id);
  return [...byBook.values()].flatMap((rows) =>
    rows.slice(0, 1).map(({ book }) => withCover(book, rows.flatMap(contributorOf))),
  );
}

type ContributorRow = { [Column in keyof Contributor]: Contributor[Column] | null };

const contributorOf = ({ id, name, role, creditedAs }: ContributorRow): Contributor[] =>
  id !== null && name !== null && role !== null ? [{ id, name, role, creditedAs }] : [];

function withCover<Book extends { id: number; title: string; language: string | null }>(
  book: Book,
  by: Contributor[],
) {
  return { ...book, by, cover: coverVersion({ ...book, author: coverAuthor(by) }) };
}

export type BookFilter = { query?: string; authorId?: number; genreId?: number };

/** One page of books in the order of their titles. */
export async function bookList(
  filter: BookFilter,
  asked: number,
  size: number,
): Promise<{ page: Page; books: BookInList[] }> {
  const where = matching(filter);
  const page = pageOf(asked, size, where ? await db.$count(books, where) : (await recordCountsNow()).books);
  const rows = await db
    .select(listColumns)
    .from(books)
    .where(where)
    .orderBy(asc(books.sortKey), asc(books.id))
    .limit(size)
    .offset(offsetOf(page));
  const available = await availabilityOf(rows.map(({ id }) => id));
  const listed = await withContributors(rows);
  return {
    page,
    books: listed.map((book) => ({
      ...book,
      availability: available.get(book.id) ?? { onShelf: 0, copies: 0 },
    })),
  };
}

function matching({ query, authorId, genreId }: BookFilter): SQL | undefined {
  const ofAuthor =
    authorId &&
    inArray(
      books.id,
      db.select({ id: contributors.bookId }).from(contributors).where(eq(contributors.authorId, authorId)),
    );
  const ofGenre =
    genreId &&
    inArray(
      books.id,
      db.select({ id: bookGenres.bookId }).from(bookGenres).where(eq(bookGenres.genreId, genreId)),
    );
  return and(ofAuthor || undefined, ofGenre || undefined, ...(query ? wordsIn(query) : []));
}

/** Every word somewhere in the title or in the name of a contributor, whatever its case and accents. */
function wordsIn(query: string): SQL[] {
  const words = wordsOf(query);
  if (words.length === 0) return [sql`1 = 0`];
  return words.slice(0, 12).map((word) => {
    const pattern = `%${word}%`;
    const named = db
      .select({ id: contributors.bookId })
      .from(contributors)
      .innerJoin(authors, eq(authors.id, contributors.authorId))
      .where(like(authors.sortKey, pattern));
    return sql`(${like(books.sortKey, pattern)} or lower(${books.title}) like ${pattern} or lower(cast(${books.otherTitles} as text)) like ${pattern} or ${inArray(books.id, named)})`;
  });
}

async function withContributors<Row extends { id: number; title: string; language: string | null }>(
  rows: Row[],
) {
  const byBook = await contributorsOf(rows.map(({ id }) => id));
  return rows.map((row) => withCover(row, byBook.get(row.id) ?? []));
}

async function contributorsOf(bookIds: number[]): Promise<Map<number, Contributor[]>> {
  if (bookIds.length === 0) return new Map();
  const rows = await db
    .select({ bookId: contributors.bookId, ...contributorColumns })
    .from(contributors)
    .innerJoin(authors, eq(authors.id, contributors.authorId))
    .where(inArray(contributors.bookId, bookIds))
    .orderBy(asc(contributors.bookId), asc(contributors.position));
  return Map.groupBy(rows, ({ bookId }) => bookId);
}

const openLoan = () => and(eq(loans.copyId, copies.id), isNull(loans.returnedAt));
const readyHold = () => and(eq(holds.copyId, copies.id), isNull(holds.closedAt));

async function availabilityOf(bookIds: number[]): Promise<Map<number, Availability>> {
  if (bookIds.length === 0) return new Map();
  const free = sql`${copies.condition} = 'ok' and ${loans.id} is null and ${holds.id} is null`;
  const rows = await db
    .select({
      bookId: copies.bookId,
      copies: count(),
      onShelf: sql<number>`sum(case when ${free} then 1 else 0 end)`,
    })
    .from(copies)
    .leftJoin(loans, openLoan())
    .leftJoin(holds, readyHold())
    .where(and(inArray(copies.bookId, bookIds), notInArray(copies.condition, uncounted)))
    .groupBy(copies.bookId);
  return new Map(
    rows.map((row) => [row.bookId, { copies: Number(row.copies), onShelf: Number(row.onShelf) }]),
  );
}

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
