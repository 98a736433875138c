import type { Language } from '#lib/i18n/request';
import { bookOrders, nameOrders, pageSizes } from '#lib/session/shape';
import { chooseNameOrder, chooseOrder, choosePageSize } from '../preferences/actions';
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

export function NameOrderForm({ order, words: { t } }: { order: string; words: Language }) {
  const choices = nameOrders.map((value) => ({ value, label: t(`index.order.${value}`) }));
  return (
    <form action={chooseNameOrder}>
      <Choices name="order" legend={t('index.orderNames')} choices={choices} current={order} />
    </form>
  );
}
