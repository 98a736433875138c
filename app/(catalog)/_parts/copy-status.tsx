import type { CopyOfBook } from '#lib/catalog/copies/copy-queries';
import { type CopyState, isOverdue } from '#lib/catalog/copies/copy-state';
import { formatDayNear } from '#lib/i18n/format';
import type { I18n } from '#lib/i18n/get-i18n';

type Status = Pick<CopyOfBook, 'state' | 'dueOn'>;
type Props = { copy: Status; today: string; i18n: I18n };

/** The state of a copy in words or, where it is on loan, when it comes back. */
export function CopyStatus({ copy, today, i18n: { t, locale } }: Props) {
  const text = () => {
    if (copy.dueOn === null) return t(`copyState.${copy.state}`);
    const date = formatDayNear(locale, copy.dueOn, today);
    return t(isOverdue(copy.dueOn, today) ? 'availability.overdue' : 'availability.back', { date });
  };
  return <span className={`state ${stateMark(copy, today)}`}>{text()}</span>;
}

/** How the state of one copy is marked. */
export function stateMark({ state, dueOn }: Status, today: string): string {
  if (dueOn !== null && isOverdue(dueOn, today)) return 'state-late';
  return marks[state] ?? 'state-waiting';
}

const marks: Partial<Record<CopyState, string>> = {
  on_shelf: 'state-in',
  reference_only: 'state-here',
  damaged: 'state-none',
  missing: 'state-none',
  lost: 'state-none',
  withdrawn: 'state-none',
};
