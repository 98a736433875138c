import type { Language } from '#lib/i18n/get-i18n';
import { bookOrders, nameOrders } from '#lib/visitor/session-shape';
import { Choices } from '../_ui/button-group';
import { chooseNameOrder, chooseOrder } from './actions';

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
