import Link from 'next/link';
import { bookPath } from '#lib/catalog/address';
import { getI18n } from '#lib/i18n/get-i18n';
import type { Translate } from '#lib/i18n/translator';
import {
  type ResultNavigation as Navigation,
  navigationIn,
  parseSearchContext,
  searchContext,
} from '#lib/search/navigation/result-navigation';
import { searchAddress } from '#lib/search/request';
import { rowId } from '../../_parts/row-id';

type Props = { book: { id: number; title: string }; asked: Promise<{ in?: string | string[] }> };

/** On the page of a book that was opened from results: where it stands there, what is before and after, the way back. */
export async function ResultNavigation({ book, asked }: Props) {
  const request = parseSearchContext((await asked).in);
  if (!request) return null;
  const [{ t }, around] = [await getI18n(), await navigationIn(request, book.id)];
  const { previous, next } = around;
  const from = searchContext(around.request);
  return (
    <nav className="result-navigation" aria-label={t('search.came')}>
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
      <Link href={`${searchAddress(around.request)}#${rowId(book)}`} rel="nofollow" prefetch={false}>
        {t('search.back')}
      </Link>
    </nav>
  );
}

function placeOf({ place, total, coverage, request: { q } }: Navigation, t: Translate): string {
  if (place === undefined) return '';
  const values = { place, total, query: q };
  if (coverage === 'complete') return q ? t('search.place', values) : t('search.placeFiltered', values);
  return q ? t('search.placeOfMany', values) : t('search.placeOfManyFiltered', values);
}
