import { z } from 'zod';
import { largestId } from '#lib/api/fields';
import type { Read } from '#lib/api/parameters';

const id = z.int().min(1).max(largestId);
// What PostgreSQL would refuse as text is no key of ours.
const key = z.string().refine((text) => text.isWellFormed() && !text.includes('\0'));
/** As it is ordered by, falling: see `yearKey`. */
const year = z.int().min(-largestId).max(largestId);
const addedAt = z.int().min(Date.parse('0001-01-01')).max(Date.parse('9999-12-31'));

/** Where a page of each list ended: what it is ordered by, and what tells equal ones apart. */
export const places = {
  title: z.tuple([z.literal('title'), key, id]),
  year: z.tuple([z.literal('year'), year, key, id]),
  newest: z.tuple([z.literal('newest'), addedAt, id]),
  author: z.tuple([z.literal('author'), key, id]),
  genre: z.tuple([z.literal('genre'), key]),
  language: z.tuple([z.literal('language'), key]),
  copy: z.tuple([z.literal('copy'), key]),
};

export type PlaceKind = keyof typeof places;
export type Place<Kind extends PlaceKind> = z.output<(typeof places)[Kind]>;

export const cursorOf = (place: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

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
  const place = places[kind].safeParse(content(cursor));
  return place.success ? { ok: true, query: place.data as Place<Kind> } : { ...refused };
}

function content(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** The first `limit` of the rows, which are one more where the list goes on, and the cursor behind the last. */
export function pageOf<Row>(rows: Row[], limit: number, placeOf: (row: Row) => readonly unknown[]) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? cursorOf(placeOf(last)) : null };
}
