import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { SortOrder } from '#lib/lists/sort-order';

/** How authors, genres and languages are ordered: by name, or those with most books first. */
export type NameOrder = 'name' | 'books';

export const byName = (name: string, sortKey: SQLiteColumn, id: SQLiteColumn): SortOrder => ({
  name,
  keys: [
    { by: sortKey, kind: 'text' },
    { by: id, kind: 'id' },
  ],
  direction: 'up',
});

export const byBooks = (
  name: string,
  minusBooks: SQLiteColumn,
  sortKey: SQLiteColumn,
  id: SQLiteColumn,
): SortOrder => ({
  name,
  keys: [
    { by: minusBooks, kind: 'integer' },
    { by: sortKey, kind: 'text' },
    { by: id, kind: 'id' },
  ],
  direction: 'up',
});
