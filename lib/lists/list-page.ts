import { encodeCursor, type KeyValue } from '#lib/lists/cursor';
import type { Page } from '#lib/lists/paging';

/** What an address asks of a list. `after` and `before` are cursors, `from` is how the first title begins. */
export type ListParams<Order extends string = string> = {
  order: Order;
  size: number;
  page?: number | undefined;
  after?: string | undefined;
  before?: string | undefined;
  from?: string | undefined;
};

/** Why a reader sees another part of the list than was asked for. */
export type Fallback = 'page' | 'after' | 'before' | 'from';

export type ListPage = Omit<Page, 'number'> & {
  /** Unknown where a reader came by a letter. */
  number: number | undefined;
  /** Cursors: the places from which the neighbouring pages go on. */
  previous: string | undefined;
  next: string | undefined;
  fallback: Fallback | undefined;
};

/** A part of a list by the keys of its records, and whether there are more on either side. */
export type Slice = {
  rows: KeyValue[][];
  before: boolean;
  after: boolean;
  number?: number | undefined;
  fallback?: Fallback | undefined;
};

export function listPageOf(slice: Slice, { order, size }: ListParams, total: number): ListPage {
  const { rows, before, after, fallback } = slice;
  const count = Math.max(1, Math.ceil(total / size));
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    number: numberOf(slice, count),
    size,
    count,
    total,
    previous: before && first ? encodeCursor(order, first) : undefined,
    next: after && last ? encodeCursor(order, last) : undefined,
    fallback,
  };
}

/** Records come and go between two requests, so the number that a link carried is brought into line with the ends. */
function numberOf({ before, after, number }: Slice, count: number): number | undefined {
  if (!before) return 1;
  if (!after) return count;
  return number && Math.max(1, Math.min(Math.max(2, number), count - 1));
}

/** At most `size` of the rows that lie behind a place, in the order of the list; one more was asked for. */
export function sliceBeyond(side: 'after' | 'before', found: KeyValue[][], size: number): Slice {
  const rows = found.slice(0, size);
  const more = found.length > size;
  return side === 'after'
    ? { rows, before: true, after: more }
    : { rows: rows.reverse(), before: more, after: true };
}
