import type { Read } from '#lib/api/requests/parameters';
import { decodeCursor, encodeCursor, type KeyKind, type KeyValue, type Values } from '#lib/lists/cursor';

/** Where a page of each list ended: what it is ordered by, and what tells equal ones apart. */
export const places = {
  title: ['text', 'id'],
  year: ['integer', 'text', 'id'],
  newest: ['instant', 'id'],
  author: ['text', 'id'],
  genre: ['text'],
  language: ['text'],
  copy: ['text'],
} as const satisfies Record<string, KeyKind[]>;

export type PlaceKind = keyof typeof places;
export type Place<Kind extends PlaceKind> = Values<(typeof places)[Kind]>;

const refused = {
  ok: false,
  errors: [{ parameter: 'cursor', detail: 'It is not `next` of a page of this list in this order.' }],
} as const satisfies Read<never>;

/** Where to go on from; undefined at the beginning. A cursor of another list or order is refused. */
export function readCursor<Kind extends PlaceKind>(
  cursor: string | undefined,
  kind: Kind,
): Read<Place<Kind> | undefined> {
  if (cursor === undefined) return { ok: true, query: undefined };
  const place = decodeCursor(cursor, kind, places[kind]);
  return place ? { ok: true, query: place } : { ...refused };
}

/** The first `limit` of the rows, which are one more where the list goes on, and the cursor behind the last. */
export function pageOf<Row, Kind extends PlaceKind>(
  rows: Row[],
  limit: number,
  kind: Kind,
  placeOf: (row: Row) => Place<Kind> & readonly KeyValue[],
) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? encodeCursor(kind, placeOf(last)) : null };
}
