import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { SortOrder } from '#lib/lists/sort-order';
import { oneOf } from '#lib/one-of';

/** How authors, genres and languages are ordered: by name, or those with most books first. */
export const nameOrderNames = ['name', 'books'] as const;
export type NameOrder = (typeof nameOrderNames)[number];

export const isNameOrder = oneOf(nameOrderNames);

export const byName = (name: string, sortKey: SQLiteColumn, id: SQLiteColumn): SortOrder => ({
  name,
  keys: [
    { by: sortKey, kind: 'text' },
    { by: id, kind: 'id' },
  ],
  direction: 'asc',
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
  direction: 'asc',
});
