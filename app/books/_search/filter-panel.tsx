import type { Language } from '#lib/i18n/request';
import type { SearchRequest } from '#lib/search/request';
import type { Results } from '#lib/search/results';
import { FilterGroup } from './filter-group';
import type { Labels } from './results-at';

type Props = { request: SearchRequest; results: Results; label: Labels; words: Language };

/** The filters beside the books; on a phone a disclosure above them. */
export function FilterPanel({ request, results: { offered, found }, label, words }: Props) {
  const { t } = words;
  if (offered.length === 0) return <div />;
  return (
    <details className="filters">
      <summary>{t('search.filters')}</summary>
      <a className="skip-filters" href="#results">
        {t('search.skipFilters')}
      </a>
      {/* What was ticked but not applied is not to come back with the page. */}
      <form action="/books" autoComplete="off" aria-label={t('search.filters')}>
        <Kept request={request} />
        {offered.map((facets) => (
          <FilterGroup key={facets.name} facets={facets} label={label} words={words} />
        ))}
        {found.counted === 'some' && <p className="text-quiet">{t('search.counted')}</p>}
        <button className="button" type="submit">
          {t('search.apply')}
        </button>
      </form>
    </details>
  );
}

/** What stays as it is when filters are applied. */
function Kept({ request: { q, sort, size } }: { request: SearchRequest }) {
  return (
    <>
      {q && <input type="hidden" name="q" value={q} />}
      {sort !== 'relevance' && <input type="hidden" name="sort" value={sort} />}
      <input type="hidden" name="size" value={size} />
    </>
  );
}
