import type { Read } from '#lib/api/requests/parameters';
import { bookSortOrder } from '#lib/catalog/books/book-orders';
import { decodeCursor, encodeCursor, type KeyKind, type KeyValue } from '#lib/lists/cursor';
import { kindsOf } from '#lib/lists/sort-order';

/** Where a page of each list ended: what it is ordered by, and what tells equal ones apart. */
export const places = {
  title: kindsOf(bookSortOrder('title')),
  year: kindsOf(bookSortOrder('year')),
  newest: kindsOf(bookSortOrder('newest')),
  author: ['text', 'id'],
  genre: ['text'],
  language: ['text'],
  copy: ['text'],
} satisfies Record<string, KeyKind[]>;

export type PlaceKind = keyof typeof places;

const refused = {
  ok: false,
  errors: [{ parameter: 'cursor', detail: 'It is not `next` of a page of this list in this order.' }],
} as const satisfies Read<never>;

/** Where to go on from; undefined at the beginning. A cursor of another list or order is refused. */
export function readCursor(cursor: string | undefined, kind: PlaceKind): Read<KeyValue[] | undefined> {
  if (cursor === undefined) return { ok: true, query: undefined };
  const place = decodeCursor(cursor, kind, places[kind]);
  return place ? { ok: true, query: place } : { ...refused };
}

/** The cursor of the page that begins behind a place; null where there is none. */
export const cursorOf = (kind: PlaceKind, next: readonly KeyValue[] | undefined): string | null =>
  next ? encodeCursor(kind, next) : null;
