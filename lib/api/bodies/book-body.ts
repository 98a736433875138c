import type { Book, BookInList } from '#lib/api/schemas/book-schema';
import { bookPath, genrePath } from '#lib/catalog/address';
import type { BookInList as ListedBook } from '#lib/catalog/books/book-list-queries';
import type { BookRecord } from '#lib/catalog/books/book-queries';
import { coverPath } from '#lib/covers/cover-address';

export const bookInList = (book: Omit<ListedBook, 'otherTitles'>): BookInList => ({
  id: book.id,
  title: book.title,
  subtitle: book.subtitle,
  contributors: book.by.map(({ id, name, role, creditedAs }) => ({
    id,
    name,
    role,
    credited_as: creditedAs,
    href: `/api/v1/authors/${id}`,
  })),
  year: book.year,
  language: book.language,
  format: book.format,
  isbn: book.isbn,
  added_at: book.addedAt.toISOString(),
  availability: { copies: book.availability.copies, on_shelf: book.availability.onShelf },
  href: `/api/v1/books/${book.id}`,
  page: bookPath(book),
  cover: coverPath(book),
});

export const bookBody = (book: BookRecord): Book => ({
  ...bookInList(book),
  other_titles: book.otherTitles,
  summary: book.summary,
  publisher: book.publisher,
  edition: book.edition,
  extent: book.extent,
  series: book.series,
  series_number: book.seriesNumber,
  genres: book.genres.map((genre) => ({ ...genre, page: genrePath(genre) })),
  notes: book.notes,
  copies: `/api/v1/books/${book.id}/copies`,
});
