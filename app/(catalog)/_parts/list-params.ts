import { type BookOrder, bookOrderNames } from '#lib/catalog/books/book-orders';
import { type NameOrder, nameOrderNames } from '#lib/catalog/subjects/name-orders';
import type { ListParams } from '#lib/lists/list-page';
import { parseList, type SearchParams } from '#lib/lists/list-params';
import { defaultPageSize } from '#lib/lists/page-sizes';
import { readSession } from '#lib/visitor/session';

export type { SearchParams };

/** What an address asks of a list of books; what it does not say is as this browser last chose it. */
export async function bookListParams(searchParams: Promise<SearchParams>): Promise<ListParams<BookOrder>> {
  const session = await readSession();
  const open = { order: session.get('sort', 'title'), size: session.get('pageSize', defaultPageSize) };
  return parseList(await searchParams, bookOrderNames, open);
}

/** A list of genres or languages is a page, and only of very many several. */
export const wholeList = 300;

/** The same for a list of authors, genres or languages. */
export async function nameListParams(searchParams: Promise<SearchParams>): Promise<ListParams<NameOrder>> {
  const session = await readSession();
  const open = { order: session.get('sortNames', 'name'), size: session.get('pageSize', defaultPageSize) };
  return parseList(await searchParams, nameOrderNames, open);
}
