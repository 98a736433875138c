import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { genrePath, recordId } from '#lib/catalog/address';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { genreDetail } from '#lib/catalog/subjects/genre-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { canonical } from '../../../_publishing/metadata';
import { BookList } from '../../_parts/book-list';
import { bookListParams, type SearchParams } from '../../_parts/list-params';
import { pagedTitle } from '../../_parts/page-title';

type Props = { params: Promise<{ record: string }>; searchParams: Promise<SearchParams> };

const found = cache(async (record: string) => {
  const id = recordId(record);
  return id ? genreDetail(id) : undefined;
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const genre = await found((await params).record);
  if (!genre) return {};
  const title = await pagedTitle(genre.name, searchParams, (await getI18n()).t);
  return { ...title, ...(await canonical(genrePath(genre), searchParams)) };
}

export default async function GenrePage({ params, searchParams }: Props) {
  const genre = await found((await params).record);
  if (!genre) notFound();
  const i18n = await getI18n();
  const asked = await bookListParams(searchParams);
  const { page, books } = await bookIndex({ genreId: genre.id }, asked);
  return (
    <>
      <h1 className="mt-8">{genre.name}</h1>
      <BookList
        list={{ path: genrePath(genre), page, asked }}
        books={books}
        empty={i18n.t('genres.noBooks')}
        i18n={i18n}
      />
    </>
  );
}
