import { bookOrderNames } from '#lib/catalog/books/book-orders';
import { nameOrderNames } from '#lib/catalog/subjects/name-orders';
import type { I18n } from '#lib/i18n/get-i18n';
import { ActionForm } from '../_ui/action-form';
import { ButtonGroup } from '../_ui/button-group';
import { chooseNameOrder, chooseOrder } from './actions';

export function OrderForm({ order, i18n: { t } }: { order: string; i18n: I18n }) {
  const choices = bookOrderNames.map((value) => ({ value, label: t(`lists.order.${value}`) }));
  return (
    <ActionForm action={chooseOrder}>
      <ButtonGroup name="order" legend={t('lists.orderBy')} choices={choices} current={order} />
    </ActionForm>
  );
}

export function NameOrderForm({ order, i18n: { t } }: { order: string; i18n: I18n }) {
  const choices = nameOrderNames.map((value) => ({ value, label: t(`index.order.${value}`) }));
  return (
    <ActionForm action={chooseNameOrder}>
      <ButtonGroup name="order" legend={t('index.orderNames')} choices={choices} current={order} />
    </ActionForm>
  );
}
