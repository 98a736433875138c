import type { I18n } from '#lib/i18n/get-i18n';
import { ordersFor, type SearchOrder, type SearchRequest, searchAddress } from '#lib/search/request';

/** The orders that results can be in, the present one marked. */
export function ResultsOrder({ request, i18n: { t } }: { request: SearchRequest; i18n: I18n }) {
  return (
    <nav className="orders" aria-label={t('lists.orderBy')}>
      <span aria-hidden="true">{t('lists.orderBy')}:</span>
      {ordersFor(request.q).map((sort) => (
        <a
          key={sort}
          href={searchAddress({ ...request, sort, page: 1 })}
          rel="nofollow"
          aria-current={sort === request.sort ? 'true' : undefined}
        >
          {name(sort, t)}
        </a>
      ))}
    </nav>
  );
}

const name = (sort: SearchOrder, t: I18n['t']) =>
  sort === 'relevance' ? t('search.relevance') : t(`lists.order.${sort}`);
