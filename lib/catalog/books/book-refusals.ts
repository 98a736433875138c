import { and, eq, inArray, ne } from 'drizzle-orm';
import { type Database, db } from '#db/client';
import { parseIsbn } from '#db/isbn';
import { line } from '#db/rows/text';
import { authors, books, genres } from '#db/schema/catalog';
import type { NewBook } from '#lib/catalog/books/book';

/** Why a book cannot be written so. */
export type BookRefusal =
  | 'title_missing'
  | 'isbn_wrong'
  | 'isbn_taken'
  | 'author_not_found'
  | 'genre_not_found';

type Reader = Pick<Database, 'select'>;

/** Everything that stands against these values: of the book with this id or, where it is 0, of a new one. */
export async function refusalsOf(
  book: Partial<NewBook>,
  id: number,
  from: Reader = db,
): Promise<BookRefusal[]> {
  const isbn = book.isbn ? parseIsbn(book.isbn) : undefined;
  const authorIds = book.contributors?.map(({ authorId }) => authorId);
  const found: [BookRefusal, boolean][] = [
    ['title_missing', book.title !== undefined && line(book.title) === ''],
    ['isbn_wrong', Boolean(book.isbn) && !isbn],
    ['isbn_taken', isbn !== undefined && (await isTaken(isbn, id, from))],
    ['author_not_found', await lacks(authors, authorIds, from)],
    ['genre_not_found', await lacks(genres, book.genreIds, from)],
  ];
  return found.flatMap(([reason, applies]) => (applies ? [reason] : []));
}

async function isTaken(isbn: string, id: number, from: Reader): Promise<boolean> {
  const others = and(eq(books.isbn, isbn), ne(books.id, id));
  return (await from.select({ id: books.id }).from(books).where(others)).length > 0;
}

async function lacks(
  table: typeof authors | typeof genres,
  ids: number[] | undefined,
  from: Reader,
): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return false;
  const { id } = table;
  const found = await from
    .select({ id })
    .from(table as typeof authors)
    .where(inArray(id, wanted));
  return found.length < wanted.length;
}
