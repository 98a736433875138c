import type { Metadata } from 'next';
import Link from 'next/link';
import { genrePath } from '#lib/catalog/address';
import { genreIndex } from '#lib/catalog/subjects/genre-queries';
import { language } from '#lib/i18n/get-i18n';
import { nameOrders } from '#lib/visitor/session-shape';
import { ListFrame } from '../_parts/list-frame';
import { askedNames, type SearchParams } from '../_parts/list-params';
import { NameOrders } from '../_parts/order-choices';
import { indexTitle } from '../_parts/page-title';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { t } = await language();
  return indexTitle(t('genres.title'), searchParams, nameOrders, t);
}

export default async function GenresPage({ searchParams }: Props) {
  const words = await language();
  const { t } = words;
  const asked = await askedNames(searchParams);
  const { page, genres } = await genreIndex(asked);
  return (
    <>
      <h1 className="mt-8">{t('genres.title')}</h1>
      <ListFrame
        list={{ path: '/genres', page, asked }}
        count={t('genres.count', { count: page.total })}
        empty={t('genres.empty')}
        orders={<NameOrders order={asked.order} words={words} />}
        words={words}
      >
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
      </ListFrame>
    </>
  );
}
