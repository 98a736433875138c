import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { languageCode, languagePath } from '#lib/catalog/address';
import { addressOf } from '#lib/catalog/address-queries';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { titleLettersIn } from '#lib/catalog/letter-queries';
import { language } from '#lib/i18n/get-i18n';
import { bookOrders } from '#lib/visitor/session-shape';
import { BookList } from '../../_parts/book-list';
import { LetterLinks } from '../../_parts/letter-links';
import { askedBooks, type SearchParams } from '../../_parts/list-params';
import { indexTitle } from '../../_parts/page-title';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<SearchParams> };

const found = cache(async (segment: string) =>
  (await addressOf('languages', segment)) ? languageCode(segment) : undefined,
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const code = await found((await params).code);
  const { t, languageName } = await language();
  return code ? indexTitle(languageName(code), searchParams, bookOrders, t) : {};
}

export default async function LanguagePage({ params, searchParams }: Props) {
  const code = await found((await params).code);
  if (!code) notFound();
  const words = await language();
  const asked = await askedBooks(searchParams);
  const { page, books } = await bookIndex({ language: code }, asked);
  const path = languagePath(code);
  const letters = asked.order === 'title' && page.count > 1 ? await titleLettersIn(code) : [];
  return (
    <>
      <h1 className="mt-8">{words.languageName(code)}</h1>
      <BookList
        list={{ path, page, asked }}
        books={books}
        empty={words.t('recordPages.noBooksInLanguage')}
        letters={<LetterLinks path={path} letters={letters} asked={asked} t={words.t} />}
        words={words}
      />
    </>
  );
}
