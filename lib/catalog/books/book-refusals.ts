import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Transaction } from '#db/client';
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

type Reader = Pick<Transaction, 'select'>;

/** Everything that stands against these values, of a new book or of the one with this id. */
export async function refusalsOf(from: Reader, book: Partial<NewBook>, id = 0): Promise<BookRefusal[]> {
  const isbn = book.isbn ? parseIsbn(book.isbn) : undefined;
  const found: [BookRefusal, boolean][] = [
    ['title_missing', book.title !== undefined && line(book.title) === ''],
    ['isbn_wrong', Boolean(book.isbn) && !isbn],
    ['isbn_taken', isbn !== undefined && (await isTaken(from, isbn, id))],
    [
      'author_not_found',
      await lacks(
        from,
        authors,
        book.contributors?.map(({ authorId }) => authorId),
      ),
    ],
    ['genre_not_found', await lacks(from, genres, book.genreIds)],
  ];
  return found.flatMap(([reason, applies]) => (applies ? [reason] : []));
}

async function isTaken(from: Reader, isbn: string, id: number): Promise<boolean> {
  const others = and(eq(books.isbn, isbn), ne(books.id, id));
  return (await from.select({ id: books.id }).from(books).where(others)).length > 0;
}

async function lacks(
  from: Reader,
  table: typeof authors | typeof genres,
  ids: number[] = [],
): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return false;
  const found = await from
    .select({ id: table.id })
    .from(table as typeof authors)
    .where(inArray(table.id, wanted));
  return found.length < wanted.length;
}
