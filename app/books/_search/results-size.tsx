import type { Language } from '#lib/i18n/request';
import { pageSizes } from '#lib/session/shape';
import { Choices } from '../../_ui/choices';
import { chooseResultsSize } from './actions';

export function ResultsSize({ size, words: { t } }: { size: number; words: Language }) {
  const choices = pageSizes.map((value) => ({ value, label: String(value) }));
  return (
    <form action={chooseResultsSize}>
      <Choices name="size" legend={t('lists.pageSize')} choices={choices} current={size} />
    </form>
  );
}
