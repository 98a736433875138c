import type { Metadata } from 'next';
import Link from 'next/link';
import { bookList } from '#lib/catalog/book-list-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { type Language, language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { isBookOrder } from '#lib/session/shape';
import { BookRow } from '../_ui/book-row';
import { ListButton } from '../_ui/list-button';
import { OrderForm, PageSizeForm } from '../_ui/list-controls';
import { pagedTitle } from '../_ui/page-title';
import { Pager, PastTheEnd } from '../_ui/pager';
import { feedOf } from '../_ui/share-metadata';

type Props = {
  searchParams: Promise<{ q?: string | string[]; page?: string | string[]; sort?: string | string[] }>;
};

const searchWords = (q: string | string[] | undefined) =>
  [q].flat()[0]?.replaceAll('\0', '').trim().slice(0, 200) ?? '';

const titleOf = ({ t }: Language, query: string) =>
  query ? t('books.results', { query }) : t('books.title');

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const words = await language();
  const query = searchWords((await searchParams).q);
  const title = await pagedTitle(titleOf(words, query), searchParams, words.t);
  return { ...title, ...(await feedOf({ query, order: 'newest' })) };
}

export default async function BooksPage({ searchParams }: Props) {
  const { q, page: wanted, sort } = await searchParams;
  const words = await language();
  const query = searchWords(q);
  const asked = parsePageNumber(wanted);
  const session = await readSession();
  const order = isBookOrder(sort) ? sort : session.get('sort', 'title');
  const size = session.get('pageSize', 10);
  const listed = session.get('list', []);
  const { page, books } = await bookList({ query }, asked, size, order);
  const asWell = { ...(query && { q: query }), ...(isBookOrder(sort) && { sort }) };
  const address = (number: number) => `/books?${new URLSearchParams({ ...asWell, page: String(number) })}`;
  return (
    <>
      <h1 className="mt-8">{titleOf(words, query)}</h1>
      <p className="text-quiet">{words.t('books.count', { count: page.total })}</p>
      {page.total > 1 && (
        <div className="list-controls">
          <OrderForm order={order} words={words} />
          <PageSizeForm size={size} words={words} />
        </div>
      )}
      <PastTheEnd page={page} asked={asked} t={words.t} />
      {page.total === 0 && <NoBooks query={query} words={words} />}
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

function NoBooks({ query, words: { t } }: { query: string; words: Language }) {
  if (!query) return <p className="mt-4">{t('books.empty')}</p>;
  return (
    <p className="mt-4">
      {t('books.none', { query })} <Link href="/books">{t('books.showAll')}</Link>
    </p>
  );
}
