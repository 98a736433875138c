import type { Metadata } from 'next';
import { parsePageNumber } from '#lib/catalog/paging';
import type { Translate } from '#lib/i18n/translator';

type Asked = Promise<{ page?: string | string[] }>;

/** The title of a page of a list: from the second on it says which. */
export async function pagedTitle(title: string, searchParams: Asked, t: Translate): Promise<Metadata> {
  const number = parsePageNumber((await searchParams).page);
  return { title: number > 1 ? t('paging.titled', { title, number }) : title };
}
