import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { genrePath, recordId } from '#lib/catalog/address';
import { bookList } from '#lib/catalog/book-list-queries';
import { genreDetail } from '#lib/catalog/genre-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { pagedTitle } from '../../_ui/page-title';
import { PagedBooks } from '../../_ui/paged-books';
import { canonical } from '../../_ui/share-metadata';

type Props = { params: Promise<{ record: string }>; searchParams: Promise<{ page?: string | string[] }> };

const found = cache(async (record: string) => {
  const id = recordId(record);
  return id ? genreDetail(id) : undefined;
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const genre = await found((await params).record);
  if (!genre) return {};
  const title = await pagedTitle(genre.name, searchParams, (await language()).t);
  return { ...title, ...(await canonical(genrePath(genre), searchParams)) };
}

export default async function GenrePage({ params, searchParams }: Props) {
  const genre = await found((await params).record);
  if (!genre) notFound();
  const words = await language();
  const asked = parsePageNumber((await searchParams).page);
  const session = await readSession();
  const list = await bookList({ genreId: genre.id }, asked, session.get('pageSize', 10));
  return (
    <>
      <h1 className="mt-8">{genre.name}</h1>
      <PagedBooks
        {...list}
        asked={asked}
        listed={session.get('list', [])}
        path={genrePath(genre)}
        empty={words.t('genres.noBooks')}
        words={words}
      />
    </>
  );
}
