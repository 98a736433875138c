import Link from 'next/link';
import { isOpen, narrowedAddress, type Scope, withoutNarrowing } from '#lib/browse/scope';
import type { I18n } from '#lib/i18n/get-i18n';
import { type SearchRequest, withoutFilter } from '#lib/search/request';
import { filtersOf, type Labels } from './results-at';

type Props = { scope: Scope; request: SearchRequest; label: Labels; i18n: I18n };

/** The filters that are set, each a link that takes it away. */
export function ActiveFilters({ scope, request, label, i18n: { t } }: Props) {
  const filters = filtersOf(request).filter(({ name }) => isOpen(scope, name));
  if (filters.length === 0) return null;
  const link = { replace: true, scroll: false, prefetch: false, rel: 'nofollow' } as const;
  return (
    <nav className="active-filters" aria-label={t('search.active')}>
      {filters.map(({ name, value }) => (
        <Link
          key={`${name} ${value}`}
          href={narrowedAddress(scope, withoutFilter(request, name, value))}
          aria-label={t('search.remove', { filter: label(name, value) })}
          {...link}
        >
          {label(name, value)} <span aria-hidden="true">×</span>
        </Link>
      ))}
      {filters.length > 1 && (
        <Link href={narrowedAddress(scope, withoutNarrowing(scope, request))} {...link}>
          {t('search.removeAll')}
        </Link>
      )}
    </nav>
  );
}
