import type { I18n } from '#lib/i18n/get-i18n';
import { noFilters, type SearchRequest, searchAddress, withoutFilter } from '#lib/search/request';
import { filtersOf, type Labels } from './results-at';

type Props = { request: SearchRequest; label: Labels; i18n: I18n };

/** The filters that are set, each a link that takes it away. Whole pages are loaded: none is left to have the focus. */
export function ActiveFilters({ request, label, i18n: { t } }: Props) {
  const filters = filtersOf(request);
  if (filters.length === 0) return null;
  return (
    <nav className="active-filters" aria-label={t('search.active')}>
      {filters.map(({ name, value }) => (
        <a
          key={`${name} ${value}`}
          href={searchAddress(withoutFilter(request, name, value))}
          aria-label={t('search.remove', { filter: label(name, value) })}
          rel="nofollow"
        >
          {label(name, value)} <span aria-hidden="true">×</span>
        </a>
      ))}
      {filters.length > 1 && (
        <a href={searchAddress({ ...request, page: 1, filters: noFilters() })} rel="nofollow">
          {t('search.removeAll')}
        </a>
      )}
    </nav>
  );
}
