import { sql } from 'drizzle-orm';
import { books } from '#db/schema/catalog';
import type { SortOrder } from '#lib/lists/sort-order';

export type BookOrder = 'title' | 'author' | 'year' | 'newest';

const title = { by: books.sortKey, kind: 'text' } as const;
const id = { by: books.id, kind: 'id' } as const;

/** Newest first, and as one rising number: so year, title and id are compared, and indexed, as one row. */
const year = sql`coalesce(-${books.year}, 2147483647)`;

/** The same, of a year that is at hand. */
export const yearKey = (year: number | null): number => (year === null ? 2_147_483_647 : -year);

const orderings: Record<BookOrder, SortOrder> = {
  title: { name: 'title', keys: [title, id], direction: 'up' },
  author: { name: 'author', keys: [{ by: books.authorKey, kind: 'text' }, title, id], direction: 'up' },
  year: { name: 'year', keys: [{ by: year, kind: 'integer' }, title, id], direction: 'up' },
  newest: { name: 'newest', keys: [{ by: books.addedAt, kind: 'instant' }, id], direction: 'down' },
};

export const bookSortOrder = (order: BookOrder): SortOrder => orderings[order];
