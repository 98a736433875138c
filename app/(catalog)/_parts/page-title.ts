import type { Metadata } from 'next';
import type { Translate } from '#lib/i18n/translator';
import { parseList, type SearchParams } from '#lib/lists/list-params';
import { parsePageNumber } from '#lib/lists/paging';

type Asked = Promise<{ page?: string | string[] }>;

/** The title of a page of a list: from the second on it says which. */
export async function pagedTitle(title: string, searchParams: Asked, t: Translate): Promise<Metadata> {
  const number = parsePageNumber((await searchParams).page);
  return { title: number > 1 ? t('paging.titled', { title, number }) : title };
}

/** The title of a page of an index: also says the letter that a reader went to. */
export async function indexTitle(
  title: string,
  searchParams: Promise<SearchParams>,
  orders: readonly [string, ...string[]],
  t: Translate,
): Promise<Metadata> {
  const { from, page } = parseList(await searchParams, orders, { order: orders[0], size: 10 });
  if (from && !page) return { title: t('index.from', { title, from }) };
  return pagedTitle(title, searchParams, t);
}
