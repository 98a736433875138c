import Link from 'next/link';
import { bookList } from '#lib/catalog/book-list-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { type Language, language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { isBookOrder } from '#lib/session/shape';
import type { SearchParams } from '../_ui/asked-list';
import { BookRows } from '../_ui/book-list';
import { OrderForm, PageSizeForm } from '../_ui/list-controls';
import { Pager, PastTheEnd } from '../_ui/pager';

/** What was searched for; empty where nothing was. */
export const searchWords = (q: string | string[] | undefined) =>
  [q].flat()[0]?.replaceAll('\0', '').trim().slice(0, 200) ?? '';

type Props = { query: string; params: SearchParams };

/** The books that a search found. */
export async function Results({ query, params: { page: wanted, sort } }: Props) {
  const words = await language();
  const session = await readSession();
  const asked = parsePageNumber(wanted);
  const order = isBookOrder(sort) ? sort : session.get('sort', 'title');
  const size = session.get('pageSize', 10);
  const { page, books } = await bookList({ query }, asked, size, order);
  const asWell = { q: query, ...(isBookOrder(sort) && { sort }) };
  const address = (number: number) => `/books?${new URLSearchParams({ ...asWell, page: String(number) })}`;
  return (
    <>
      <h1 className="mt-8">{words.t('books.results', { query })}</h1>
      <p className="text-quiet">{words.t('books.count', { count: page.total })}</p>
      {page.total > 1 && (
        <div className="list-controls">
          <OrderForm order={order} words={words} />
          <PageSizeForm size={size} words={words} />
        </div>
      )}
      <PastTheEnd page={page} asked={asked} t={words.t} />
      {page.total === 0 && <NothingFound query={query} words={words} />}
      <BookRows books={books} words={words} />
      <Pager page={page} address={address} t={words.t} />
    </>
  );
}

function NothingFound({ query, words: { t } }: { query: string; words: Language }) {
  return (
    <p className="mt-4">
      {t('books.none', { query })} <Link href="/books">{t('books.showAll')}</Link>
    </p>
  );
}
