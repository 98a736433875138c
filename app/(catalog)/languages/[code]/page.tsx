import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isNarrowed, type Scope } from '#lib/browse/scope';
import { languageCode, languagePath } from '#lib/catalog/address';
import { addressOf } from '#lib/catalog/address-queries';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { bookOrderNames } from '#lib/catalog/books/book-orders';
import { titleLettersIn, titlesAt } from '#lib/catalog/letter-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import type { Letter } from '#lib/lists/letters';
import { unlisted } from '../../../_publishing/metadata';
import { BookList } from '../../_browse/book-list';
import { NarrowedBooks } from '../../_browse/narrowed-books';
import { atLetter, LetterLinks } from '../../_parts/letter-links';
import { bookListParams, type SearchParams } from '../../_parts/list-params';
import { indexTitle } from '../../_parts/page-title';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<SearchParams> };

const found = cache(async (segment: string) =>
  (await addressOf('languages', segment)) ? languageCode(segment) : undefined,
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const code = await found((await params).code);
  const { t, languageName } = await getI18n();
  if (!code) return {};
  const title = await indexTitle(languageName(code), searchParams, bookOrderNames, t);
  return isNarrowed(scopeOf(code), await searchParams) ? { ...title, ...unlisted } : title;
}

export default async function LanguagePage({ params, searchParams }: Props) {
  const code = await found((await params).code);
  if (!code) notFound();
  const [{ languageName }, scope, narrowing] = [await getI18n(), scopeOf(code), await searchParams];
  return (
    <>
      <h1 className="mt-8">{languageName(code)}</h1>
      {isNarrowed(scope, narrowing) ? (
        <NarrowedBooks scope={scope} params={narrowing} />
      ) : (
        <AllInLanguage scope={scope} code={code} searchParams={searchParams} />
      )}
    </>
  );
}

const scopeOf = (code: string): Scope => ({
  path: languagePath(code),
  fixed: { name: 'language', value: code.toLowerCase() },
});

type ListProps = { scope: Scope; code: string; searchParams: Props['searchParams'] };

async function AllInLanguage({ scope, code, searchParams }: ListProps) {
  const i18n = await getI18n();
  const asked = await bookListParams(searchParams);
  const { page, books } = await bookIndex({ language: code }, asked);
  const letters = asked.order === 'title' && page.count > 1 ? await titleLettersIn(code) : [];
  const said = async (letter: Letter) => i18n.t('books.count', { count: await titlesAt(letter, code) });
  return (
    <BookList
      scope={scope}
      list={{ page, asked, here: await atLetter(letters, asked, { said, i18n }) }}
      books={books}
      params={await searchParams}
      empty={i18n.t('recordPages.noBooksInLanguage')}
      letters={<LetterLinks path={scope.path} letters={letters} asked={asked} i18n={i18n} />}
      i18n={i18n}
    />
  );
}
