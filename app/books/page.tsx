import type { Metadata } from 'next';
import Link from 'next/link';
import { bookList } from '#lib/catalog/book-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { type Language, language } from '#lib/i18n/request';
import { BookRow } from '../_ui/book-row';
import { pagedTitle } from '../_ui/page-title';
import { Pager, PastTheEnd } from '../_ui/pager';

type Props = { searchParams: Promise<{ q?: string | string[]; page?: string | string[] }> };

const pageSize = 10;

const searchWords = (q: string | string[] | undefined) =>
  [q].flat()[0]?.replaceAll('\0', '').trim().slice(0, 200) ?? '';

const titleOf = ({ t }: Language, query: string) =>
  query ? t('books.results', { query }) : t('books.title');

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const words = await language();
  return pagedTitle(titleOf(words, searchWords((await searchParams).q)), searchParams, words.t);
}

export default async function BooksPage({ searchParams }: Props) {
  const { q, page: wanted } = await searchParams;
  const words = await language();
  const query = searchWords(q);
  const asked = parsePageNumber(wanted);
  const { page, books } = await bookList({ query }, asked, pageSize);
  const address = (number: number) =>
    `/books?${new URLSearchParams({ ...(query && { q: query }), page: String(number) })}`;
  return (
    <>
      <h1 className="mt-8">{titleOf(words, query)}</h1>
      <p className="text-quiet">{words.t('books.count', { count: page.total })}</p>
      <PastTheEnd page={page} asked={asked} t={words.t} />
      {page.total === 0 && <NoBooks query={query} words={words} />}
      <ul>
        {books.map((book) => (
          <BookRow key={book.id} book={book} words={words} />
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
