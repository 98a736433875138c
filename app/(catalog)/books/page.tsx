import type { Metadata } from 'next';
import Link from 'next/link';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { bookOrderNames } from '#lib/catalog/books/book-orders';
import { titleLetters } from '#lib/catalog/letter-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { isSearch } from '#lib/search/request';
import { feedOf } from '../../_publishing/metadata';
import { BookList } from '../_parts/book-list';
import { LetterLinks } from '../_parts/letter-links';
import { bookListParams, type SearchParams } from '../_parts/list-params';
import { indexTitle } from '../_parts/page-title';
import { SearchResults } from './_search/search-results';
import { searchMetadata } from './_search/search-title';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const params = await searchParams;
  if (isSearch(params)) return searchMetadata(params);
  const { t } = await getI18n();
  return { ...(await indexTitle(t('books.title'), searchParams, bookOrderNames, t)), ...(await feedOf()) };
}

export default async function BooksPage({ searchParams }: Props) {
  const params = await searchParams;
  return isSearch(params) ? <SearchResults params={params} /> : <AllBooks searchParams={searchParams} />;
}

const path = '/books';

async function AllBooks({ searchParams }: Props) {
  const i18n = await getI18n();
  const asked = await bookListParams(searchParams);
  const { page, books } = await bookIndex({}, asked);
  const letters = asked.order === 'title' ? await titleLetters() : [];
  return (
    <>
      <h1 className="mt-8">{i18n.t('books.title')}</h1>
      <p className="float-end">
        <Link href="/languages">{i18n.t('index.byLanguage')}</Link>
      </p>
      <BookList
        list={{ path, page, asked }}
        books={books}
        empty={i18n.t('books.empty')}
        letters={<LetterLinks path={path} letters={letters} asked={asked} t={i18n.t} />}
        i18n={i18n}
      />
    </>
  );
}
