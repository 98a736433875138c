import { decodeCursor, type KeyKind, type KeyValue } from '#lib/lists/cursor';
import { type ListParams, type Slice, sliceBeyond } from '#lib/lists/list-page';
import { offsetOf, pageOf } from '#lib/lists/paging';

type Compare = (one: string, other: string) => number;

/** The part that was asked for of a list that is held as a whole: what `listPage` does in the database. */
export function sliceOf(rows: KeyValue[][], params: ListParams, compare: Compare): Slice {
  const sorted = rows.toSorted((one, other) => compareKeys(one, other, compare));
  return (
    byCursor(sorted, params, 'after', compare) ??
    byCursor(sorted, params, 'before', compare) ??
    byNumber(sorted, params)
  );
}

function byCursor(
  rows: KeyValue[][],
  params: ListParams,
  side: 'after' | 'before',
  compare: Compare,
): Slice | undefined {
  const place = decodeCursor(params[side], params.order, kindsOf(rows[0] ?? []));
  if (!place) return undefined;
  const sign = side === 'after' ? 1 : -1;
  const found = rows.filter((keys) => compareKeys(keys, place, compare) * sign > 0);
  const nearest = side === 'after' ? found : found.reverse();
  if (found.length > 0)
    return { ...sliceBeyond(side, nearest.slice(0, params.size + 1), params.size), number: params.page };
  const page = side === 'after' ? Number.MAX_SAFE_INTEGER : 1;
  return { ...byNumber(rows, { ...params, page }), fallback: side };
}

function byNumber(rows: KeyValue[][], { page: wanted = 1, size }: ListParams): Slice {
  const page = pageOf(wanted, size, rows.length);
  const { number } = page;
  return {
    rows: rows.slice(offsetOf(page), offsetOf(page) + size),
    before: number > 1,
    after: number < page.count,
    number,
    fallback: wanted > number ? 'page' : undefined,
  };
}

const kindsOf = (keys: KeyValue[]): KeyKind[] =>
  keys.map((key) => (typeof key === 'number' ? 'integer' : 'text'));

/** By the first key in which two differ. */
function compareKeys(one: KeyValue[], other: KeyValue[], compare: Compare): number {
  for (const [i, key] of one.entries()) {
    const difference = compareKey(key, other[i] ?? '', compare);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareKey(one: KeyValue, other: KeyValue, compare: Compare): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compare(String(one), String(other));
}
