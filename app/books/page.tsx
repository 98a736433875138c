import type { Metadata } from 'next';
import { bookList } from '#lib/catalog/book-list-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { language } from '#lib/i18n/request';
import { isSearch, type Params } from '#lib/search/request';
import { readSession } from '#lib/session/server';
import { isBookOrder } from '#lib/session/shape';
import { BookRow } from '../_ui/book-row';
import { ListButton } from '../_ui/list-button';
import { OrderForm, PageSizeForm } from '../_ui/list-controls';
import { pagedTitle } from '../_ui/page-title';
import { Pager, PastTheEnd } from '../_ui/pager';
import { SearchResults } from './_search/search-results';
import { searchMetadata } from './_search/search-title';

type Props = { searchParams: Promise<Params> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const params = await searchParams;
  if (isSearch(params)) return searchMetadata(params);
  const { t } = await language();
  return pagedTitle(t('books.title'), Promise.resolve({ page: params.page ?? '' }), t);
}

export default async function BooksPage({ searchParams }: Props) {
  const params = await searchParams;
  if (isSearch(params)) return <SearchResults params={params} />;
  const { page: wanted, sort } = params;
  const words = await language();
  const asked = parsePageNumber(wanted);
  const session = await readSession();
  const order = isBookOrder(sort) ? sort : session.get('sort', 'title');
  const size = session.get('pageSize', 10);
  const listed = session.get('list', []);
  const { page, books } = await bookList({}, asked, size, order);
  const address = (number: number) =>
    `/books?${new URLSearchParams({ ...(isBookOrder(sort) && { sort }), page: String(number) })}`;
  return (
    <>
      <h1 className="mt-8">{words.t('books.title')}</h1>
      <p className="text-quiet">{words.t('books.count', { count: page.total })}</p>
      {page.total > 1 && (
        <div className="list-controls">
          <OrderForm order={order} words={words} />
          <PageSizeForm size={size} words={words} />
        </div>
      )}
      <PastTheEnd page={page} asked={asked} t={words.t} />
      {page.total === 0 && <p className="mt-4">{words.t('books.empty')}</p>}
      <ul>
        {books.map((book) => (
          <BookRow key={book.id} book={book} words={words}>
            <ListButton book={book} listed={listed.includes(book.id)} t={words.t} />
          </BookRow>
        ))}
      </ul>
      <Pager page={page} address={address} t={words.t} />
    </>
  );
}
