import { narrowedAddress, type Scope } from '#lib/browse/scope';
import { bookOrderNames } from '#lib/catalog/books/book-orders';
import type { I18n } from '#lib/i18n/get-i18n';
import { ordersFor, type SearchOrder, type SearchRequest, searchParams } from '#lib/search/request';
import { orderBooks } from '../_parts/list-actions';
import { OrderSelect } from './order-select';

type Props = { scope: Scope; request: SearchRequest; i18n: I18n };

/** The orders that books can be in. That of a list is remembered for the next; how well books answer is of one search. */
export function BookOrder({ scope, request, i18n: { t } }: Props) {
  const words = { label: t('lists.orderBy'), button: t('lists.orderNow'), current: request.sort };
  if (!request.q) {
    const choices = bookOrderNames.map((value) => ({ value, label: t(`lists.order.${value}`) }));
    return <OrderSelect {...words} choices={choices} action={orderBooks} />;
  }
  const choices = ordersFor(request.q).map((sort) => ({
    value: sort,
    label: nameOf(sort, t),
    address: narrowedAddress(scope, { ...request, sort, page: 1 }),
  }));
  return <OrderSelect {...words} choices={choices} action={scope.path} kept={keptOf(request)} />;
}

const nameOf = (sort: SearchOrder, t: I18n['t']) =>
  sort === 'relevance' ? t('search.relevance') : t(`lists.order.${sort}`);

const keptOf = (request: SearchRequest): [string, string][] => [
  ...searchParams({ ...request, sort: 'relevance' }),
  ['size', String(request.size)],
];
