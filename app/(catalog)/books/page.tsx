import type { Metadata } from 'next';
import Link from 'next/link';
import { allBooks, isNarrowed } from '#lib/browse/scope';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { bookOrderNames } from '#lib/catalog/books/book-orders';
import { titleLetters, titlesAt } from '#lib/catalog/letter-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import type { Letter } from '#lib/lists/letters';
import { isSearch, parseQuery } from '#lib/search/request';
import { feedOf } from '../../_publishing/metadata';
import { BookList } from '../_browse/book-list';
import { NarrowedBooks } from '../_browse/narrowed-books';
import { atLetter, LetterLinks } from '../_parts/letter-links';
import { bookListParams, type SearchParams } from '../_parts/list-params';
import { indexTitle } from '../_parts/page-title';
import { searchHeading, searchMetadata } from './_search/search-title';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const params = await searchParams;
  if (isSearch(params)) return searchMetadata(params);
  const { t } = await getI18n();
  return { ...(await indexTitle(t('books.title'), searchParams, bookOrderNames, t)), ...(await feedOf()) };
}

export default async function BooksPage({ searchParams }: Props) {
  const params = await searchParams;
  const { t } = await getI18n();
  const words = parseQuery(params.q) !== '';
  return (
    <>
      <h1 className={words ? 'found-heading' : 'mt-8'}>
        {words ? await searchHeading(params) : t('books.title')}
      </h1>
      {!words && (
        <p className="float-end">
          <Link href="/languages">{t('index.byLanguage')}</Link>
        </p>
      )}
      {words || isNarrowed(allBooks, params) ? (
        <NarrowedBooks scope={allBooks} params={params} />
      ) : (
        <AllBooks searchParams={searchParams} />
      )}
    </>
  );
}

async function AllBooks({ searchParams }: Props) {
  const i18n = await getI18n();
  const asked = await bookListParams(searchParams);
  const { page, books } = await bookIndex({}, asked);
  const letters = asked.order === 'title' ? await titleLetters() : [];
  const said = async (letter: Letter) => i18n.t('books.count', { count: await titlesAt(letter) });
  return (
    <BookList
      scope={allBooks}
      list={{ page, asked, here: await atLetter(letters, asked, { said, i18n }) }}
      books={books}
      params={await searchParams}
      empty={i18n.t('books.empty')}
      letters={<LetterLinks path={allBooks.path} letters={letters} asked={asked} i18n={i18n} />}
      i18n={i18n}
    />
  );
}
