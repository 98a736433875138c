import type { SearchEntry } from '#db/search/engine';
import type { SortValues } from '#lib/search/entry-queries';
import type { SearchOrder } from '#lib/search/request';

type Order = Exclude<SearchOrder, 'relevance'>;
type Compare = (a: SortValues, b: SortValues) => number;

const bytewise = (a: string, b: string) => Number(a > b) - Number(a < b);
const byTitle: Compare = (a, b) => bytewise(a.title, b.title) || a.id - b.id;

/** As in the lists: the newest year first, books without a year or an author last. */
const orders: Record<Order, Compare> = {
  title: byTitle,
  author: (a, b) => bytewise(a.author, b.author) || byTitle(a, b),
  year: (a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || byTitle(a, b),
  newest: (a, b) => b.added.getTime() - a.added.getTime() || b.id - a.id,
};

export function inOrder(entries: SearchEntry[], order: Order, values: SortValues[]): SearchEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return values.toSorted(orders[order]).flatMap(({ id }) => byId.get(id) ?? []);
}
