import type { Language } from '#lib/i18n/request';
import { bookOrders, pageSizes } from '#lib/session/shape';
import { chooseOrder, choosePageSize } from '../preferences/actions';
import { Choices } from './choices';

export function PageSizeForm({ size, words: { t } }: { size: number; words: Language }) {
  const choices = pageSizes.map((value) => ({ value, label: String(value) }));
  return (
    <form action={choosePageSize}>
      <Choices name="size" legend={t('lists.pageSize')} choices={choices} current={size} />
    </form>
  );
}

export function OrderForm({ order, words: { t } }: { order: string; words: Language }) {
  const choices = bookOrders.map((value) => ({ value, label: t(`lists.order.${value}`) }));
  return (
    <form action={chooseOrder}>
      <Choices name="order" legend={t('lists.orderBy')} choices={choices} current={order} />
    </form>
  );
}
