import Link from 'next/link';
import type { Language } from '#lib/i18n/get-i18n';
import { mostCounted, waysOn } from '#lib/search/no-results/no-results-queries';
import { type CountedWay, isbnAsked } from '#lib/search/no-results/relaxed-queries';
import { isFiltered, type SearchRequest, searchAddress } from '#lib/search/request';
import type { Labels } from './results-at';

type Props = { request: SearchRequest; label: Labels; words: Language };

/** Where a search that found nothing may lead on. */
export async function WaysOn({ request, label, words }: Props) {
  const { t } = words;
  const ways = await waysOn(request);
  return (
    <div className="ways-on">
      <p>{whyNothing(request, words)}</p>
      <Broader ways={ways} label={label} words={words} />
      <Hints query={request.q} t={t} />
      <p>
        <Link href="/books">{t('search.showAll')}</Link>
      </p>
    </div>
  );
}

type BroaderProps = Omit<Props, 'request'> & { ways: CountedWay[] };

function Broader({ ways, label, words }: BroaderProps) {
  if (ways.length === 0) return null;
  return (
    <>
      <h2>{words.t('search.waysOn')}</h2>
      <ul>
        {ways.map((way) => (
          <li key={searchAddress(way.request)}>
            <Link href={searchAddress(way.request)} prefetch={false} rel="nofollow">
              {named(way, label, words)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a reader can try: of a number only the digits can be wrong. */
function Hints({ query, t }: { query: string; t: Language['t'] }) {
  const fewer = /\S\s+\S/u.test(query.trim()) && t('hints.fewer');
  const tried = query && !isbnAsked(query) ? [t('hints.spelling'), fewer, t('hints.family')] : [];
  return (
    <ul className="hints">{[...tried, t('hints.desk')].map((hint) => hint && <li key={hint}>{hint}</li>)}</ul>
  );
}

function whyNothing(request: SearchRequest, { t }: Language): string {
  const isbn = isbnAsked(request.q);
  if (!request.q) return isFiltered(request.filters) ? t('search.noneFiltered') : '';
  const none = t('search.none', { query: request.q });
  if (!isbn) return none;
  return `${none} ${isbn === 'mistyped' ? t('search.isbnMistyped') : t('search.isbnUnknown')}`;
}

function named({ without, count }: CountedWay, label: Labels, { t }: Language): string {
  const many = count > mostCounted;
  const said = many ? t('search.manyBooks', { count: mostCounted }) : t('search.books', { count });
  if (without.kind === 'filters') return t('search.withoutFilters', { count: said });
  if (without.kind === 'word') return t('search.withoutWord', { word: without.word, count: said });
  return t('search.withoutFilter', { filter: label(without.name, without.value), count: said });
}
