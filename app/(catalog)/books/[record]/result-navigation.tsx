import Link from 'next/link';
import { bookPath } from '#lib/catalog/address';
import { language } from '#lib/i18n/get-i18n';
import type { Translate } from '#lib/i18n/translator';
import {
  cameFrom,
  type Neighbours,
  neighboursIn,
  searchCameFrom,
} from '#lib/search/navigation/result-navigation';
import { searchAddress } from '#lib/search/request';

type Props = { book: { id: number; title: string }; asked: Promise<{ in?: string | string[] }> };

/** On the page of a book that was opened from results: where it stands there, what is before and after, the way back. */
export async function ResultNeighbours({ book, asked }: Props) {
  const request = searchCameFrom((await asked).in);
  if (!request) return null;
  const [{ t }, around] = [await language(), await neighboursIn(request, book.id)];
  const { previous, next } = around;
  const from = cameFrom(around.request);
  return (
    <nav className="neighbours" aria-label={t('search.came')}>
      {previous && (
        <Link
          href={bookPath(previous) + from}
          aria-label={t('search.previousBook', { title: previous.title })}
          rel="prev nofollow"
          prefetch={false}
        >
          <span aria-hidden="true">← </span>
          {t('search.previous')}
        </Link>
      )}
      <span className="wrap-anywhere">{placeOf(around, t)}</span>
      {next && (
        <Link
          href={bookPath(next) + from}
          aria-label={t('search.nextBook', { title: next.title })}
          rel="next nofollow"
          prefetch={false}
        >
          {t('search.next')}
          <span aria-hidden="true"> →</span>
        </Link>
      )}
      <Link href={searchAddress(around.request)} rel="nofollow" prefetch={false}>
        {t('search.back')}
      </Link>
    </nav>
  );
}

function placeOf({ place, total, extent, request: { q } }: Neighbours, t: Translate): string {
  if (place === undefined) return '';
  const values = { place, total, query: q };
  if (extent === 'all') return q ? t('search.place', values) : t('search.placeFiltered', values);
  return q ? t('search.placeOfMany', values) : t('search.placeOfManyFiltered', values);
}
