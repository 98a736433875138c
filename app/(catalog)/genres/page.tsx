import type { Metadata } from 'next';
import Link from 'next/link';
import { genrePath } from '#lib/catalog/address';
import { genreIndex } from '#lib/catalog/subjects/genre-queries';
import { nameOrderNames } from '#lib/catalog/subjects/name-orders';
import { compareNames } from '#lib/i18n/format';
import { getI18n } from '#lib/i18n/get-i18n';
import { subjectName } from '#lib/i18n/known-names';
import type { Locale } from '#lib/i18n/locales';
import { ListFrame } from '../_parts/list-frame';
import { nameListParams, type SearchParams, wholeList } from '../_parts/list-params';
import { NameOrders } from '../_parts/name-orders';
import { indexTitle } from '../_parts/page-title';
import { RecordList } from '../_parts/record-list';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { t } = await getI18n();
  return indexTitle(t('genres.title'), searchParams, nameOrderNames, t);
}

export default async function GenresPage({ searchParams }: Props) {
  const i18n = await getI18n();
  const { t, locale } = i18n;
  const asked = { ...(await nameListParams(searchParams)), size: wholeList };
  const { page, genres } = await genreIndex(asked);
  const named = genres.map((genre) => ({
    ...genre,
    path: genrePath(genre),
    name: subjectName(t, genre.name),
  }));
  // In the reader's own language other names come first.
  if (asked.order === 'name' && page.count === 1) named.sort(byName(locale));
  return (
    <>
      <h1 className="mt-8">{t('genres.title')}</h1>
      <ListFrame
        list={{ path: '/genres', page, asked }}
        count={t('genres.count', { count: page.total })}
        empty={t('genres.empty')}
        orders={<NameOrders order={asked.order} i18n={i18n} />}
        i18n={i18n}
      >
        <RecordList columns>
          {named.map((genre) => (
            <li key={genre.id}>
              <Link className="font-book text-lg" href={genre.path} prefetch={false}>
                {genre.name}
              </Link>
              <span className="text-quiet">{t('books.count', { count: genre.books })}</span>
            </li>
          ))}
        </RecordList>
      </ListFrame>
    </>
  );
}

function byName(locale: Locale) {
  const compare = compareNames(locale);
  return (one: { name: string }, other: { name: string }) => compare(one.name, other.name);
}
