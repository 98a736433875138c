import type { ListParams } from '#lib/lists/list-page';
import { parseList, type SearchParams } from '#lib/lists/list-params';
import { readSession } from '#lib/visitor/session';
import { bookOrders, nameOrders } from '#lib/visitor/session-shape';

export type { SearchParams };
export type BookOrder = (typeof bookOrders)[number];
export type NameOrder = (typeof nameOrders)[number];

/** What an address asks of a list of books; what it does not say is as this browser last chose it. */
export async function bookListParams(searchParams: Promise<SearchParams>): Promise<ListParams<BookOrder>> {
  const session = await readSession();
  const open = { order: session.get('sort', 'title'), size: session.get('pageSize', 10) };
  return parseList(await searchParams, bookOrders, open);
}

/** The same for a list of authors, genres or languages. */
export async function nameListParams(searchParams: Promise<SearchParams>): Promise<ListParams<NameOrder>> {
  const session = await readSession();
  const open = { order: session.get('sortNames', 'name'), size: session.get('pageSize', 10) };
  return parseList(await searchParams, nameOrders, open);
}
