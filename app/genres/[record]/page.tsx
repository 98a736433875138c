import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { genrePath, isAddressOf, recordId } from '#lib/catalog/address';
import { bookList } from '#lib/catalog/book-list-queries';
import { genreDetail } from '#lib/catalog/genre-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { BookRow } from '../../_ui/book-row';
import { ListButton } from '../../_ui/list-button';
import { pagedTitle } from '../../_ui/page-title';
import { Pager, PastTheEnd } from '../../_ui/pager';
import { canonical } from '../../_ui/share-metadata';

type Props = { params: Promise<{ record: string }>; searchParams: Promise<{ page?: string | string[] }> };

const found = cache(async (record: string) => {
  const id = recordId(record);
  return id ? genreDetail(id) : undefined;
});

async function genreOf(record: string) {
  const genre = await found(record);
  if (!genre) notFound();
  if (!isAddressOf(genrePath(genre), `/genres/${record}`)) permanentRedirect(genrePath(genre));
  return genre;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const genre = await found((await params).record);
  if (!genre) return {};
  const title = await pagedTitle(genre.name, searchParams, (await language()).t);
  return { ...title, ...(await canonical(genrePath(genre), searchParams)) };
}

export default async function GenrePage({ params, searchParams }: Props) {
  const genre = await genreOf((await params).record);
  const words = await language();
  const asked = parsePageNumber((await searchParams).page);
  const session = await readSession();
  const listed = session.get('list', []);
  const { page, books } = await bookList({ genreId: genre.id }, asked, session.get('pageSize', 10));
  return (
    <>
      <h1 className="mt-8">{genre.name}</h1>
      <p className="text-quiet">{words.t('books.count', { count: page.total })}</p>
      <PastTheEnd page={page} asked={asked} t={words.t} />
      {page.total === 0 && <p className="mt-4">{words.t('genres.noBooks')}</p>}
      <ul>
        {books.map((book) => (
          <BookRow key={book.id} book={book} words={words}>
            <ListButton book={book} listed={listed.includes(book.id)} t={words.t} />
          </BookRow>
        ))}
      </ul>
      <Pager page={page} address={(number) => `${genrePath(genre)}?page=${number}`} t={words.t} />
    </>
  );
}
