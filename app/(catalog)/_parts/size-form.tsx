import type { I18n } from '#lib/i18n/get-i18n';
import { pageSizes } from '#lib/lists/page-sizes';
import { ActionForm } from '../../_ui/action-form';
import { ButtonGroup } from '../../_ui/button-group';

type Props = { size: number; action: (form: FormData) => Promise<void>; i18n: I18n };

/** How many records a page shows: `action` gets it as `size`. */
export function SizeForm({ size, action, i18n: { t } }: Props) {
  const choices = pageSizes.map((value) => ({ value, label: String(value) }));
  return (
    <ActionForm action={action}>
      <ButtonGroup name="size" legend={t('lists.pageSize')} choices={choices} current={size} />
    </ActionForm>
  );
}
