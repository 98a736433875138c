import type { I18n } from '#lib/i18n/get-i18n';
import { bookOrders, nameOrders } from '#lib/visitor/session-shape';
import { ButtonGroup } from '../_ui/button-group';
import { chooseNameOrder, chooseOrder } from './actions';

export function OrderForm({ order, i18n: { t } }: { order: string; i18n: I18n }) {
  const choices = bookOrders.map((value) => ({ value, label: t(`lists.order.${value}`) }));
  return (
    <form action={chooseOrder}>
      <ButtonGroup name="order" legend={t('lists.orderBy')} choices={choices} current={order} />
    </form>
  );
}

export function NameOrderForm({ order, i18n: { t } }: { order: string; i18n: I18n }) {
  const choices = nameOrders.map((value) => ({ value, label: t(`index.order.${value}`) }));
  return (
    <form action={chooseNameOrder}>
      <ButtonGroup name="order" legend={t('index.orderNames')} choices={choices} current={order} />
    </form>
  );
}
