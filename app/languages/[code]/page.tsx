import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { languageCode, languagePath } from '#lib/catalog/address';
import { addressOf } from '#lib/catalog/address-queries';
import { bookList } from '#lib/catalog/book-list-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { pagedTitle } from '../../_ui/page-title';
import { PagedBooks } from '../../_ui/paged-books';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ page?: string | string[] }> };

const found = cache(async (segment: string) =>
  (await addressOf('languages', segment)) ? languageCode(segment) : undefined,
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const code = await found((await params).code);
  const { t, languageName } = await language();
  return code ? pagedTitle(languageName(code), searchParams, t) : {};
}

export default async function LanguagePage({ params, searchParams }: Props) {
  const code = await found((await params).code);
  if (!code) notFound();
  const words = await language();
  const asked = parsePageNumber((await searchParams).page);
  const session = await readSession();
  const list = await bookList({ language: code }, asked, session.get('pageSize', 10));
  return (
    <>
      <h1 className="mt-8">{words.languageName(code)}</h1>
      <PagedBooks
        {...list}
        asked={asked}
        listed={session.get('list', [])}
        path={languagePath(code)}
        empty={words.t('recordPages.noBooksInLanguage')}
        words={words}
      />
    </>
  );
}
