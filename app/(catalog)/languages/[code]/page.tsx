import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { languageCode, languagePath } from '#lib/catalog/address';
import { addressOf } from '#lib/catalog/address-queries';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { bookOrderNames } from '#lib/catalog/books/book-orders';
import { titleLettersIn } from '#lib/catalog/letter-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { BookList } from '../../_parts/book-list';
import { LetterLinks } from '../../_parts/letter-links';
import { bookListParams, type SearchParams } from '../../_parts/list-params';
import { indexTitle } from '../../_parts/page-title';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<SearchParams> };

const found = cache(async (segment: string) =>
  (await addressOf('languages', segment)) ? languageCode(segment) : undefined,
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const code = await found((await params).code);
  const { t, languageName } = await getI18n();
  return code ? indexTitle(languageName(code), searchParams, bookOrderNames, t) : {};
}

export default async function LanguagePage({ params, searchParams }: Props) {
  const code = await found((await params).code);
  if (!code) notFound();
  const i18n = await getI18n();
  const asked = await bookListParams(searchParams);
  const { page, books } = await bookIndex({ language: code }, asked);
  const path = languagePath(code);
  const letters = asked.order === 'title' && page.count > 1 ? await titleLettersIn(code) : [];
  return (
    <>
      <h1 className="mt-8">{i18n.languageName(code)}</h1>
      <BookList
        list={{ path, page, asked }}
        books={books}
        empty={i18n.t('recordPages.noBooksInLanguage')}
        letters={<LetterLinks path={path} letters={letters} asked={asked} t={i18n.t} />}
        i18n={i18n}
      />
    </>
  );
}
