import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isNarrowed, type Scope } from '#lib/browse/scope';
import { genrePath, recordId } from '#lib/catalog/address';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { genreDetail } from '#lib/catalog/subjects/genre-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { subjectName } from '#lib/i18n/known-names';
import { canonical, unlisted } from '../../../_publishing/metadata';
import { BookList } from '../../_browse/book-list';
import { NarrowedBooks } from '../../_browse/narrowed-books';
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
  const { t } = await getI18n();
  const title = await pagedTitle(subjectName(t, genre.name), searchParams, t);
  if (isNarrowed(scopeOf(genre), await searchParams)) return { ...title, ...unlisted };
  return { ...title, ...(await canonical(genrePath(genre), searchParams)) };
}

export default async function GenrePage({ params, searchParams }: Props) {
  const genre = await found((await params).record);
  if (!genre) notFound();
  const [scope, narrowing] = [scopeOf(genre), await searchParams];
  return (
    <>
      <h1 className="mt-8">{subjectName((await getI18n()).t, genre.name)}</h1>
      {isNarrowed(scope, narrowing) ? (
        <NarrowedBooks scope={scope} params={narrowing} />
      ) : (
        <AllOfGenre scope={scope} id={genre.id} searchParams={searchParams} />
      )}
    </>
  );
}

type Genre = NonNullable<Awaited<ReturnType<typeof genreDetail>>>;

const scopeOf = (genre: Genre): Scope => ({
  path: genrePath(genre),
  fixed: { name: 'genre', value: String(genre.id) },
});

type ListProps = { scope: Scope; id: number; searchParams: Props['searchParams'] };

async function AllOfGenre({ scope, id, searchParams }: ListProps) {
  const i18n = await getI18n();
  const asked = await bookListParams(searchParams);
  const { page, books } = await bookIndex({ genreId: id }, asked);
  return (
    <BookList
      scope={scope}
      list={{ page, asked }}
      books={books}
      params={await searchParams}
      empty={i18n.t('genres.noBooks')}
      i18n={i18n}
    />
  );
}
