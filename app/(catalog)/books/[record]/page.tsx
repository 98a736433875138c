import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { recordId } from '#lib/catalog/address';
import { bookDetail } from '#lib/catalog/books/book-queries';
import { coverAuthor } from '#lib/catalog/books/contributor-queries';
import { relatedBooks } from '#lib/catalog/books/related-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { libraryToday } from '../../../_clock/library-day';
import { citationFilesOf, citationMeta } from '../../../_publishing/citation-metadata';
import { openGraphOf } from '../../../_publishing/metadata';
import { CopiesTable } from '../../_parts/copies-table';
import { Cover } from '../../_parts/cover';
import { ListButton } from '../../_parts/list-button';
import { About } from './about';
import { BookFacts } from './book-facts';
import { CiteBook } from './cite-book';
import { RelatedShelves } from './related-shelves';
import { ResultNavigation } from './result-navigation';
import { TitleBlock } from './title-block';

type Props = { params: Promise<{ record: string }>; searchParams: Promise<{ in?: string | string[] }> };

const found = cache(async (record: string) => {
  const id = recordId(record);
  return id ? bookDetail(id) : undefined;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const book = await found((await params).record);
  if (!book) return {};
  const title = [book.title, coverAuthor(book.by)].filter(Boolean).join(', ');
  const openGraph = await openGraphOf(book);
  const files = { types: await citationFilesOf(book) };
  return {
    title,
    ...(book.summary && { description: book.summary }),
    ...openGraph,
    alternates: { ...openGraph.alternates, ...files },
    other: citationMeta(book),
  };
}

export default async function BookPage({ params, searchParams }: Props) {
  const book = await found((await params).record);
  if (!book) notFound();
  const i18n = await getI18n();
  const list = (await readSession()).get('list', []);
  const today = libraryToday();
  return (
    <>
      <ResultNavigation book={book} asked={searchParams} />
      <article className="mt-8 grid grid-cols-1 gap-x-12 gap-y-8 md:grid-cols-[15rem_minmax(0,1fr)]">
        <div className="record-cover">
          <Cover book={book} />
        </div>
        <div>
          <TitleBlock book={book} today={today} i18n={i18n} />
          <div className="mt-4">
            <ListButton book={book} list={list} i18n={i18n} />
          </div>
          {book.copies.length > 0 && <CopiesTable copies={book.copies} today={today} i18n={i18n} />}
          <About summary={book.summary} i18n={i18n} />
          <BookFacts book={book} i18n={i18n} />
          <CiteBook book={book} i18n={i18n} />
        </div>
      </article>
      <RelatedShelves related={await relatedBooks(book, i18n.locale)} today={today} i18n={i18n} />
    </>
  );
}
