import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { genrePath, recordId } from '#lib/catalog/address';
import { bookIndex } from '#lib/catalog/book-list-queries';
import { genreDetail } from '#lib/catalog/genre-queries';
import { language } from '#lib/i18n/request';
import { askedBooks, type SearchParams } from '../../_ui/asked-list';
import { BookList } from '../../_ui/book-list';
import { pagedTitle } from '../../_ui/page-title';
import { canonical } from '../../_ui/share-metadata';

type Props = { params: Promise<{ record: string }>; searchParams: Promise<SearchParams> };

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
  const asked = await askedBooks(searchParams);
  const { page, books } = await bookIndex({ genreId: genre.id }, asked);
  return (
    <>
      <h1 className="mt-8">{genre.name}</h1>
      <BookList
        list={{ path: genrePath(genre), page, asked }}
        books={books}
        empty={words.t('genres.noBooks')}
        words={words}
      />
    </>
  );
}
