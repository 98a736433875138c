import Link from 'next/link';
import { suggestPurchaseAddress } from '#lib/acquisitions/purchase-suggestion-address';
import type { I18n } from '#lib/i18n/get-i18n';
import { countedRelaxedQueries, maxCounted } from '#lib/search/no-results/no-results-queries';
import { type CountedQuery, isbnAsked } from '#lib/search/no-results/relaxed-queries';
import { isFiltered, type SearchRequest, searchAddress } from '#lib/search/request';
import type { Labels } from '../../_browse/results-at';

type Props = { request: SearchRequest; label: Labels; i18n: I18n };

/** Where a search that found nothing may lead on. */
export async function NoResults({ request, label, i18n }: Props) {
  const { t } = i18n;
  const ways = await countedRelaxedQueries(request);
  const why = whyNothing(request, i18n);
  return (
    <div className="no-results">
      {why && <p>{why}</p>}
      <Broader ways={ways} label={label} i18n={i18n} />
      <Hints query={request.q} t={t} />
      <SuggestPurchase query={request.q} t={t} />
      <p>
        <Link href="/books">{t('search.showAll')}</Link>
      </p>
      <p>
        <Link href="/genres">{t('search.showGenres')}</Link>
      </p>
    </div>
  );
}

type BroaderProps = Omit<Props, 'request'> & { ways: CountedQuery[] };

function Broader({ ways, label, i18n }: BroaderProps) {
  if (ways.length === 0) return null;
  return (
    <>
      <h2>{i18n.t('search.waysOn')}</h2>
      <ul>
        {ways.map((way) => (
          <li key={searchAddress(way.request)}>
            <Link href={searchAddress(way.request)} prefetch={false} rel="nofollow">
              {named(way, label, i18n)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a reader can try: of a number only the digits can be wrong. */
function Hints({ query, t }: { query: string; t: I18n['t'] }) {
  const fewer = /\S\s+\S/u.test(query.trim()) && t('hints.fewer');
  const tried = query && !isbnAsked(query) ? [t('hints.spelling'), fewer, t('hints.family')] : [];
  return (
    <ul className="hints">{[...tried, t('hints.desk')].map((hint) => hint && <li key={hint}>{hint}</li>)}</ul>
  );
}

/** The words that were searched for go along: those of a number are no title. */
export function SuggestPurchase({ query, t }: { query: string; t: I18n['t'] }) {
  if (!query.trim()) return null;
  const address = suggestPurchaseAddress(isbnAsked(query) ? { note: query } : { title: query });
  return (
    <p className="my-4">
      {t('purchaseSuggestions.offer')}{' '}
      <Link href={address} prefetch={false} rel="nofollow">
        {t('purchaseSuggestions.title')}
      </Link>
    </p>
  );
}

/** That there is nothing, the headline says: why, where anybody knows. */
function whyNothing({ q, filters }: SearchRequest, { t }: I18n): string | undefined {
  if (isFiltered(filters)) return t('search.noneFiltered');
  const isbn = isbnAsked(q);
  if (!isbn) return undefined;
  return isbn === 'mistyped' ? t('search.isbnMistyped') : t('search.isbnUnknown');
}

function named({ without, count }: CountedQuery, label: Labels, { t }: I18n): string {
  const many = count > maxCounted;
  const said = many ? t('search.manyBooks', { count: maxCounted }) : t('search.books', { count });
  if (without.kind === 'filters') return t('search.withoutFilters', { count: said });
  if (without.kind === 'word') return t('search.withoutWord', { word: without.word, count: said });
  return t('search.withoutFilter', { filter: label(without.name, without.value), count: said });
}
