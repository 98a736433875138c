import { bookOrderNames } from '#lib/catalog/books/book-orders';
import { nameOrderNames } from '#lib/catalog/subjects/name-orders';
import type { I18n } from '#lib/i18n/get-i18n';
import { ActionForm } from '../../_ui/action-form';
import { ButtonGroup } from '../../_ui/button-group';
import { orderBooks, orderNames } from './list-actions';

type Props = { order: string; i18n: I18n };

/** The orders of a list of books. */
export function BookOrders({ order, i18n: { t } }: Props) {
  const choices = bookOrderNames.map((value) => ({ value, label: t(`lists.order.${value}`) }));
  return (
    <ActionForm action={orderBooks}>
      <ButtonGroup name="sort" legend={t('lists.orderBy')} choices={choices} current={order} />
    </ActionForm>
  );
}

/** The orders of a list of authors, genres or languages. */
export function NameOrders({ order, i18n: { t } }: Props) {
  const choices = nameOrderNames.map((value) => ({ value, label: t(`index.order.${value}`) }));
  return (
    <ActionForm action={orderNames}>
      <ButtonGroup name="sort" legend={t('lists.orderBy')} choices={choices} current={order} />
    </ActionForm>
  );
}
