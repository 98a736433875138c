import type { Metadata } from 'next';
import Link from 'next/link';
import { genrePath } from '#lib/catalog/address';
import { genreList } from '#lib/catalog/genre-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { pagedTitle } from '../_ui/page-title';
import { Pager, PastTheEnd } from '../_ui/pager';

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { t } = await language();
  return pagedTitle(t('genres.title'), searchParams, t);
}

export default async function GenresPage({ searchParams }: Props) {
  const { t } = await language();
  const asked = parsePageNumber((await searchParams).page);
  const { page, genres } = await genreList(asked, (await readSession()).get('pageSize', 10));
  return (
    <>
      <h1 className="mt-8">{t('genres.title')}</h1>
      <p className="text-quiet">{t('genres.count', { count: page.total })}</p>
      <PastTheEnd page={page} asked={asked} t={t} />
      {page.total === 0 && <p className="mt-4">{t('genres.empty')}</p>}
      <ul className="roll mt-4">
        {genres.map((genre) => (
          <li key={genre.id}>
            <Link className="font-book text-lg" href={genrePath(genre)} prefetch={false}>
              {genre.name}
            </Link>
            <span className="text-quiet">{t('books.count', { count: genre.books })}</span>
          </li>
        ))}
      </ul>
      <Pager page={page} address={(number) => `/genres?page=${number}`} t={t} />
    </>
  );
}
