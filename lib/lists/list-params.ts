import { wordsOf } from '#db/sort-key';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { isPageSize } from '#lib/lists/page-sizes';
import { parsePageNumber } from '#lib/lists/paging';

export type SearchParams = Record<string, string | string[] | undefined>;

/** What an address may leave open: what is remembered, or how we begin. */
type Open<Order> = { order: Order; size: number };

/**
 * The state of a list as its address says it. What an address does not say, or says wrongly, is left as it was. A
 * letter is a place in the first order, that of names or titles.
 */
export function parseList<Order extends string>(
  params: SearchParams,
  orders: readonly [Order, ...Order[]],
  open: Open<Order>,
): ListParams<Order> {
  const from = beginning(params.from);
  const order = orders.find((known) => known === params.sort) ?? (from ? orders[0] : open.order);
  return {
    order,
    size: sizeOf(params.size) ?? open.size,
    page: params.page === undefined ? undefined : parsePageNumber(params.page),
    after: single(params.after),
    before: single(params.before),
    from: order === orders[0] ? from : undefined,
  };
}

type State = { order: string; size: number; page?: number | undefined } & Pick<
  ListParams,
  'after' | 'before' | 'from'
>;

/** The address of a list in some state, the same for whoever opens it: order and size are always said. */
export function listAddress(path: string, { order, size, from, page, after, before }: State): string {
  const said = { sort: order, size, from, page, after, before };
  const query = Object.entries(said).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `${path}?${new URLSearchParams(query)}`;
}

/** The addresses of the pages before and after; undefined where there is none. */
export function neighbours(path: string, page: ListPage, { order, size, from }: ListParams) {
  const numbered = page.number !== undefined;
  const state = { order, size, from: numbered ? undefined : from };
  const number = (step: number) => page.number && Math.min(Math.max(1, page.number + step), page.count);
  return {
    previous: page.previous && listAddress(path, { ...state, page: number(-1), before: page.previous }),
    next: page.next && listAddress(path, { ...state, page: number(1), after: page.next }),
  };
}

const single = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

function sizeOf(text: string | string[] | undefined): number | undefined {
  const size = /^\d{1,3}$/.test(single(text) ?? '') ? Number(text) : undefined;
  return isPageSize(size) ? size : undefined;
}

/** How a title begins, as titles are sorted. */
function beginning(text: string | string[] | undefined): string | undefined {
  const said = (single(text) ?? '').slice(0, 40).toWellFormed().replaceAll('\0', '').trim();
  return wordsOf(said).join(' ') || said || undefined;
}
