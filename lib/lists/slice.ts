import { decodeCursor, type KeyKind, type KeyValue } from '#lib/lists/cursor';
import { type AskedList, type Stretch, stretchBeyond } from '#lib/lists/list-page';
import { offsetOf, pageOf } from '#lib/lists/paging';

type Compare = (one: string, other: string) => number;

/** The part that was asked for of a list that is held as a whole: what `listPage` does in the database. */
export function listedStretch(rows: KeyValue[][], asked: AskedList, compare: Compare): Stretch {
  const sorted = rows.toSorted((one, other) => compareKeys(one, other, compare));
  return (
    byCursor(sorted, asked, 'after', compare) ??
    byCursor(sorted, asked, 'before', compare) ??
    byNumber(sorted, asked)
  );
}

function byCursor(
  rows: KeyValue[][],
  asked: AskedList,
  side: 'after' | 'before',
  compare: Compare,
): Stretch | undefined {
  const place = decodeCursor(asked[side], asked.order, kindsOf(rows[0] ?? []));
  if (!place) return undefined;
  const sign = side === 'after' ? 1 : -1;
  const found = rows.filter((keys) => compareKeys(keys, place, compare) * sign > 0);
  const nearest = side === 'after' ? found : found.reverse();
  if (found.length > 0)
    return { ...stretchBeyond(side, nearest.slice(0, asked.size + 1), asked.size), number: asked.page };
  const page = side === 'after' ? Number.MAX_SAFE_INTEGER : 1;
  return { ...byNumber(rows, { ...asked, page }), missed: side };
}

function byNumber(rows: KeyValue[][], { page: wanted = 1, size }: AskedList): Stretch {
  const page = pageOf(wanted, size, rows.length);
  const { number } = page;
  return {
    rows: rows.slice(offsetOf(page), offsetOf(page) + size),
    before: number > 1,
    after: number < page.count,
    number,
    missed: wanted > number ? 'page' : undefined,
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
