import type { Language } from '#lib/i18n/request';
import { bookOrders, pageSizes } from '#lib/session/shape';
import { chooseOrder, choosePageSize } from '../preferences/actions';
import { ChoiceForm } from './choice-form';

export function PageSizeForm({ size, words: { t } }: { size: number; words: Language }) {
  const choices = pageSizes.map((value) => ({ value, label: String(value) }));
  return (
    <ChoiceForm
      action={choosePageSize}
      name="size"
      legend={t('lists.pageSize')}
      choices={choices}
      current={size}
    />
  );
}

export function OrderForm({ order, words: { t } }: { order: string; words: Language }) {
  const choices = bookOrders.map((value) => ({ value, label: t(`lists.order.${value}`) }));
  return (
    <ChoiceForm
      action={chooseOrder}
      name="order"
      legend={t('lists.orderBy')}
      choices={choices}
      current={order}
    />
  );
}
