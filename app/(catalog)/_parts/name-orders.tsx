import { nameOrderNames } from '#lib/catalog/subjects/name-orders';
import type { I18n } from '#lib/i18n/get-i18n';
import { ActionForm } from '../../_ui/action-form';
import { ButtonGroup } from '../../_ui/button-group';
import { orderNames } from './list-actions';

/** The orders of a list of authors, genres or languages. */
export function NameOrders({ order, i18n: { t } }: { order: string; i18n: I18n }) {
  const choices = nameOrderNames.map((value) => ({ value, label: t(`index.order.${value}`) }));
  return (
    <ActionForm action={orderNames}>
      <ButtonGroup name="sort" legend={t('lists.orderBy')} choices={choices} current={order} />
    </ActionForm>
  );
}
