import { asc, count, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, books, contributors, genres } from '#db/schema/catalog';
import { fold, wordsOf } from '#db/sort-key';
import { contributorsOf, coverAuthor } from '#lib/catalog/books/contributor-queries';
import { hasTyped } from '#lib/search/suggestions/typed-parts';

export type BookSuggestion = {
  kind: 'book';
  id: number;
  title: string;
  language: string | null;
  by: string | null;
  /** The title that was typed, where it is not the one that the book is listed by. */
  otherTitle?: string;
};
export type GenreSuggestion = { kind: 'genre'; id: number; name: string; books: number };
export type AuthorSuggestion = {
  kind: 'author';
  id: number;
  name: string;
  books: number;
  /** The name that was typed, where it is not the one that readers see. */
  otherName?: string;
};

export async function suggestedBooks(ids: number[], typed: readonly string[]): Promise<BookSuggestion[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: books.id, title: books.title, language: books.language, otherTitles: books.otherTitles })
    .from(books)
    .where(inArray(books.id, ids));
  const [byId, by] = [new Map(rows.map((row) => [row.id, row])), await contributorsOf(ids)];
  const suggested = ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { otherTitles, ...book } = row;
    const other = hasTyped(book.title, typed)
      ? undefined
      : otherTitles.find((title) => hasTyped(title, typed));
    const suggestion = { kind: 'book' as const, ...book, by: coverAuthor(by.get(id) ?? []) };
    return [other === undefined ? suggestion : { ...suggestion, otherTitle: other }];
  });
  const works = new Map(suggested.toReversed().map((book) => [`${fold(book.title)} / ${book.by}`, book]));
  return suggested.filter((book) => works.get(`${fold(book.title)} / ${book.by}`) === book);
}

export async function suggestedAuthors(
  ids: number[],
  words: string[],
  most: number,
): Promise<AuthorSuggestion[]> {
  if (ids.length === 0) return [];
  const written = count(contributors.bookId);
  const rows = await db
    .select({ id: authors.id, name: authors.name, variants: authors.variants, books: written })
    .from(authors)
    .leftJoin(contributors, eq(contributors.authorId, authors.id))
    .where(inArray(authors.id, ids))
    .groupBy(authors.id, authors.name, authors.variants)
    .orderBy(desc(written), asc(authors.id));
  const typed = words.join(' ');
  const begins = (name: string) => fold(name).startsWith(typed);
  const named = rows.map(({ variants, ...row }) => {
    const other = hasTyped(row.name, words) ? undefined : variants.find((name) => hasTyped(name, words));
    const author = { kind: 'author' as const, ...row, books: Number(row.books) };
    return other === undefined ? author : { ...author, otherName: other };
  });
  return [...named.filter(({ name }) => begins(name)), ...named.filter(({ name }) => !begins(name))].slice(
    0,
    most,
  );
}

/** Genres with books whose names have all the words, the last perhaps unfinished. A library has some dozens of genres. */
export async function suggestedGenres(words: string[], most: number): Promise<GenreSuggestion[]> {
  const typed = words.join(' ');
  if (typed.length < 2) return [];
  const all = await db
    .select({ id: genres.id, name: genres.name, books: genres.bookCount })
    .from(genres)
    .orderBy(desc(genres.bookCount), asc(genres.id))
    .limit(mostGenresRead);
  return all
    .filter(({ name, books }) => books > 0 && ` ${wordsOf(name).join(' ')}`.includes(` ${typed}`))
    .slice(0, most)
    .map((genre) => ({ kind: 'genre' as const, ...genre }));
}

const mostGenresRead = 500;
