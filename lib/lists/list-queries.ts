import { decodeCursor, type KeyKind, type KeyValue } from '#lib/lists/cursor';
import { type ListPage, type ListParams, listPageOf, type Slice, sliceBeyond } from '#lib/lists/list-page';
import { offsetOf, pageOf } from '#lib/lists/paging';
import type { Side } from '#lib/lists/sort-order';

/** A part of a list: what stands on one side of a place, or of a letter, or so many records from its beginning or end. */
export type Part = {
  side: Side;
  limit: number;
  place?: KeyValue[];
  from?: string;
  offset?: number;
};

/** A list in one order: its records by their keys, the last of which is the id. */
export type ListSource = {
  /** The name of its order, and of what kind the keys are. */
  order: { name: string; kinds: KeyKind[] };
  total: number;
  rows: (part: Part) => Promise<KeyValue[][]>;
};

/**
 * The part of a list that was asked for, as the keys and the ids of its records. By cursor it costs the same anywhere
 * in the list and goes on exactly behind the record it came from, whatever was added before it; by number it counts
 * from the nearer end.
 */
export async function listPage(
  source: ListSource,
  params: ListParams,
): Promise<{ page: ListPage; rows: KeyValue[][]; ids: number[] }> {
  const slice =
    (await byCursor(source, params, 'after')) ??
    (await byCursor(source, params, 'before')) ??
    (await byLetter(source, params)) ??
    (await byNumber(source, params));
  return {
    page: listPageOf(slice, { ...params, order: source.order.name }, source.total),
    rows: slice.rows,
    ids: slice.rows.map((keys) => Number(keys.at(-1))),
  };
}

async function byCursor(source: ListSource, params: ListParams, side: Side): Promise<Slice | undefined> {
  const { name, kinds } = source.order;
  const place = decodeCursor(params[side], name, kinds);
  if (!place) return undefined;
  const found = await source.rows({ side, limit: params.size + 1, place });
  if (found.length > 0) return { ...sliceBeyond(side, found, params.size), number: params.page };
  const nearest = side === 'after' ? Number.MAX_SAFE_INTEGER : 1;
  return { ...(await byNumber(source, { ...params, page: nearest })), fallback: side };
}

/** From the first record whose key begins so, or would stand after it. */
async function byLetter(source: ListSource, params: ListParams): Promise<Slice | undefined> {
  const { from } = params;
  if (!from) return undefined;
  const found = await source.rows({ side: 'after', limit: params.size + 1, from });
  if (found.length === 0) {
    const last = await byNumber(source, { ...params, page: Number.MAX_SAFE_INTEGER });
    return { ...last, fallback: 'from' };
  }
  const earlier = await source.rows({ side: 'before', limit: 1, from });
  return { ...sliceBeyond('after', found, params.size), before: earlier.length > 0 };
}

async function byNumber(source: ListSource, { page: wanted = 1, size }: ListParams): Promise<Slice> {
  const page = pageOf(wanted, size, source.total);
  const { number } = page;
  return {
    rows: await rowsAt(source, offsetOf(page), size),
    before: number > 1,
    after: number < page.count,
    number,
    fallback: wanted > number ? 'page' : undefined,
  };
}

async function rowsAt({ total, rows }: ListSource, offset: number, size: number): Promise<KeyValue[][]> {
  const held = Math.min(size, total - offset);
  const fromEnd = total - offset - held;
  if (held <= 0) return [];
  if (fromEnd > offset) return rows({ side: 'after', limit: held, offset });
  return (await rows({ side: 'before', limit: held, offset: fromEnd })).reverse();
}
