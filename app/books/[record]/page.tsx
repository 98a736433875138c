import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { bookPath, isAddressOf, recordId } from '#lib/catalog/address';
import { bookDetail } from '#lib/catalog/book-queries';
import { coverAuthor } from '#lib/catalog/contributor-queries';
import { formatYear } from '#lib/catalog/partial-date';
import { type Language, language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { AvailabilityLine } from '../../_ui/book-row';
import { CopiesTable } from '../../_ui/copies-table';
import { Cover } from '../../_ui/cover';
import { Credits } from '../../_ui/credits';
import { Facts } from '../../_ui/facts';
import { GenreLinks } from '../../_ui/genre-links';
import { ListButton } from '../../_ui/list-button';
import { ResultNeighbours } from '../../_ui/search/result-neighbours';

type Props = {
  params: Promise<{ record: string }>;
  searchParams: Promise<{ in?: string | string[] }>;
};
type Book = NonNullable<Awaited<ReturnType<typeof bookDetail>>>;

const found = cache(async (record: string) => {
  const id = recordId(record);
  return id ? bookDetail(id) : undefined;
});

async function bookOf(record: string, asked: { in?: string | string[] }): Promise<Book> {
  const book = await found(record);
  if (!book) notFound();
  if (!isAddressOf(bookPath(book), `/books/${record}`)) permanentRedirect(bookPath(book) + keptQuery(asked));
  return book;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const book = await found((await params).record);
  if (!book) return {};
  const title = [book.title, coverAuthor(book.by)].filter(Boolean).join(', ');
  return { title, ...(book.summary && { description: book.summary }) };
}

export default async function BookPage({ params, searchParams }: Props) {
  const book = await bookOf((await params).record, await searchParams);
  const words = await language();
  const lang = book.language ?? undefined;
  const listed = (await readSession()).get('list', []);
  return (
    <>
      <ResultNeighbours book={book} asked={searchParams} />
      <article className="mt-8 grid gap-x-12 gap-y-8 md:grid-cols-[15rem_1fr]">
        <div className="max-w-60">
          <Cover book={book} />
        </div>
        <div>
          <h1 lang={lang} dir="auto">
            {book.title}
          </h1>
          {book.subtitle && (
            <p className="font-book text-lg" lang={lang} dir="auto">
              {book.subtitle}
            </p>
          )}
          <p className="mt-2 text-lg">
            <Credits by={book.by} t={words.t} />
          </p>
          <AvailabilityLine availability={book.availability} t={words.t} />
          <div className="mt-4">
            <ListButton book={book} listed={listed.includes(book.id)} t={words.t} />
          </div>
          {book.summary && (
            <>
              <h2 className="mt-8 mb-2">{words.t('books.about')}</h2>
              <p className="measure">{book.summary}</p>
            </>
          )}
          <h2 className="mt-8 mb-2">{words.t('books.details')}</h2>
          <Facts facts={factsOf(book, words)} />
          {book.copies.length > 0 && <CopiesTable copies={book.copies} today={today()} words={words} />}
        </div>
      </article>
    </>
  );
}

/** Another slug leads to the right one with what the reader came from. */
const keptQuery = ({ in: from }: { in?: string | string[] }) =>
  typeof from === 'string' ? `?${new URLSearchParams({ in: from })}` : '';

const today = () => new Date().toISOString().slice(0, 10);

function factsOf(book: Book, { t, locale, languageName }: Language) {
  const { series, seriesNumber } = book;
  return [
    { name: t('books.otherTitles'), value: book.otherTitles.join(' · ') },
    { name: t('books.publisher'), value: book.publisher },
    { name: t('books.year'), value: book.year === null ? null : formatYear(locale, book.year) },
    { name: t('books.edition'), value: book.edition },
    { name: t('books.extent'), value: book.extent },
    {
      name: t('books.series'),
      value: series && seriesNumber ? t('books.seriesNumber', { series, seriesNumber }) : series,
    },
    { name: t('books.language'), value: book.language && languageName(book.language) },
    { name: t('books.genres'), value: book.genres.length > 0 && <GenreLinks genres={book.genres} /> },
    { name: t('books.isbn'), value: book.isbn },
    { name: t('books.notes'), value: book.notes },
  ];
}
