import { Column, is, type SQL, sql } from 'drizzle-orm';
import { books } from '#db/schema/catalog';

/** The orders of books, the usual one first. Everything that offers, remembers or makes one knows it from here. */
export const bookOrderNames = ['title', 'author', 'year', 'newest'] as const;
export type BookOrder = (typeof bookOrderNames)[number];

const title = { by: books.sortKey, kind: 'text' } as const;
const author = { by: books.authorKey, kind: 'text' } as const;
const added = { by: books.addedAt, kind: 'instant' } as const;
const id = { by: books.id, kind: 'id' } as const;

/** Newest first, unknown last, and as one rising number: so year, title and id are compared, and indexed, as one row. */
const yearTerm = 'coalesce(-books.year, 2147483647)';
const year = { by: sql.raw(yearTerm), kind: 'integer' } as const;

/** What decides, the most important first, and the index that has the books so: the first of very many are read from it. */
export const bookOrders = {
  title: { keys: [title, id], direction: 'asc', index: 'books_sort' },
  author: { keys: [author, title, id], direction: 'asc', index: 'books_author' },
  year: { keys: [year, title, id], direction: 'asc', index: 'books_year' },
  newest: { keys: [added, id], direction: 'desc', index: 'books_added' },
} as const satisfies Record<BookOrder, object>;

/** The terms of an ORDER BY, where SQL is written by hand. */
export function orderTerms(order: BookOrder): string {
  const { keys, direction } = bookOrders[order];
  return keys.map(({ by }) => `${termOf(by)} ${direction}`).join(', ');
}

const termOf = (by: Column | SQL) => (is(by, Column) ? `books.${by.name}` : yearTerm);
