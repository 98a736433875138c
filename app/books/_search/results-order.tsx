import type { Language } from '#lib/i18n/request';
import { ordersFor, type SearchOrder, type SearchRequest, searchAddress } from '#lib/search/request';
import { html } from '../../_ui/html';
import { Markup } from '../../_ui/markup';
import { markup } from '../../_ui/send-markup';

/** The orders that results can be in, the present one marked. */
export function ResultsOrder({ request, words: { t } }: { request: SearchRequest; words: Language }) {
  const link = (sort: SearchOrder) =>
    html`<a href="${searchAddress({ ...request, sort, page: 1 })}" rel="nofollow"${sort === request.sort ? current : null}>${name(sort, t)}</a>`;
  const links = html`<span aria-hidden="true">${t('lists.orderBy')}:</span>${ordersFor(request.q).map(link)}`;
  return <Markup as="nav" className="orders" aria-label={t('lists.orderBy')} {...markup(links)} />;
}

const name = (sort: SearchOrder, t: Language['t']) =>
  sort === 'relevance' ? t('search.relevance') : t(`lists.order.${sort}`);

const current = html` aria-current="true"`;
