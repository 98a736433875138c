import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { genrePath, isAddressOf, recordId } from '#lib/catalog/address';
import { bookList } from '#lib/catalog/book-queries';
import { genreDetail } from '#lib/catalog/genre-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { language } from '#lib/i18n/request';
import { BookRow } from '../../_ui/book-row';
import { pagedTitle } from '../../_ui/page-title';
import { Pager, PastTheEnd } from '../../_ui/pager';

type Props = { params: Promise<{ record: string }>; searchParams: Promise<{ page?: string | string[] }> };

const genreOf = cache(async (record: string) => {
  const id = recordId(record);
  const genre = id && (await genreDetail(id));
  if (!genre) notFound();
  if (!isAddressOf(genrePath(genre), `/genres/${record}`)) permanentRedirect(genrePath(genre));
  return genre;
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { name } = await genreOf((await params).record);
  return pagedTitle(name, searchParams, (await language()).t);
}

export default async function GenrePage({ params, searchParams }: Props) {
  const genre = await genreOf((await params).record);
  const words = await language();
  const asked = parsePageNumber((await searchParams).page);
  const { page, books } = await bookList({ genreId: genre.id }, asked, 10);
  return (
    <>
      <h1 className="mt-8">{genre.name}</h1>
      <p className="text-quiet">{words.t('books.count', { count: page.total })}</p>
      <PastTheEnd page={page} asked={asked} t={words.t} />
      {page.total === 0 && <p className="mt-4">{words.t('genres.noBooks')}</p>}
      <ul>
        {books.map((book) => (
          <BookRow key={book.id} book={book} words={words} />
        ))}
      </ul>
      <Pager page={page} address={(number) => `${genrePath(genre)}?page=${number}`} t={words.t} />
    </>
  );
}
