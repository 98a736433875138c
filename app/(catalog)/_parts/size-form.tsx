import type { Language } from '#lib/i18n/get-i18n';
import { pageSizes } from '#lib/visitor/session-shape';
import { Choices } from '../../_ui/button-group';

type Props = { size: number; action: (form: FormData) => Promise<void>; words: Language };

/** How many records a page shows: `action` gets it as `size`. */
export function SizeForm({ size, action, words: { t } }: Props) {
  const choices = pageSizes.map((value) => ({ value, label: String(value) }));
  return (
    <form action={action}>
      <Choices name="size" legend={t('lists.pageSize')} choices={choices} current={size} />
    </form>
  );
}
