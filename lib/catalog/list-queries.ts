import { and, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { authors, books, genres } from '#db/schema/catalog';
import { decodeCursor, type KeyValue } from '#lib/catalog/cursor';
import {
  type AskedList,
  type ListPage,
  listPageOf,
  type Stretch,
  stretchBeyond,
} from '#lib/catalog/list-page';
import { beyond, keyColumns, keyValues, type Ordering, type Side, sorted } from '#lib/catalog/ordering';
import { offsetOf, pageOf } from '#lib/catalog/paging';

export type ListSource = {
  table: typeof books | typeof authors | typeof genres;
  where?: SQL | undefined;
  ordering: Ordering;
  total: number;
};

/**
 * The part of a list that was asked for, as the ids of its records. By cursor it costs the same anywhere in the list
 * and goes on exactly behind the record it came from, whatever was added before it; by number it counts from the
 * nearer end.
 */
export async function listPage(
  source: ListSource,
  asked: AskedList,
): Promise<{ page: ListPage; ids: number[] }> {
  const stretch =
    (await byCursor(source, asked, 'after')) ??
    (await byCursor(source, asked, 'before')) ??
    (await byLetter(source, asked)) ??
    (await byNumber(source, asked));
  return {
    page: listPageOf(stretch, { ...asked, order: source.ordering.name }, source.total),
    ids: stretch.rows.map((keys) => Number(keys.at(-1))),
  };
}

async function byCursor(source: ListSource, asked: AskedList, side: Side): Promise<Stretch | undefined> {
  const { name, keys } = source.ordering;
  const kinds = keys.map(({ kind }) => kind);
  const place = decodeCursor(asked[side], name, kinds);
  if (!place) return undefined;
  const found = await keyRows(source, side, asked.size + 1, beyond(source.ordering, side, place));
  if (found.length > 0) return { ...stretchBeyond(side, found, asked.size), number: asked.page };
  const nearest = side === 'after' ? Number.MAX_SAFE_INTEGER : 1;
  return { ...(await byNumber(source, { ...asked, page: nearest })), missed: side };
}

/** From the first record whose key begins so, or would stand after it. */
async function byLetter(source: ListSource, asked: AskedList): Promise<Stretch | undefined> {
  const { by } = source.ordering.keys[0];
  if (!asked.from) return undefined;
  const found = await keyRows(source, 'after', asked.size + 1, sql`${by} >= ${asked.from}`);
  if (found.length === 0) {
    const last = await byNumber(source, { ...asked, page: Number.MAX_SAFE_INTEGER });
    return { ...last, missed: 'from' };
  }
  const earlier = await keyRows(source, 'before', 1, sql`${by} < ${asked.from}`);
  return { ...stretchBeyond('after', found, asked.size), before: earlier.length > 0 };
}

async function byNumber(source: ListSource, { page: wanted = 1, size }: AskedList): Promise<Stretch> {
  const page = pageOf(wanted, size, source.total);
  const { number } = page;
  return {
    rows: await rowsAt(source, offsetOf(page), size),
    before: number > 1,
    after: number < page.count,
    number,
    missed: wanted > number ? 'page' : undefined,
  };
}

async function rowsAt(source: ListSource, offset: number, size: number): Promise<KeyValue[][]> {
  const held = Math.min(size, source.total - offset);
  const fromEnd = source.total - offset - held;
  if (held <= 0) return [];
  if (fromEnd > offset) return keyRows(source, 'after', held, undefined, offset);
  return (await keyRows(source, 'before', held, undefined, fromEnd)).reverse();
}

async function keyRows(
  { table, where, ordering }: ListSource,
  side: Side,
  limit: number,
  place?: SQL,
  offset = 0,
): Promise<KeyValue[][]> {
  const rows = await db
    .select(keyColumns(ordering))
    .from(table)
    .where(and(where, place))
    .orderBy(...sorted(ordering, side))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => keyValues(ordering, row));
}
