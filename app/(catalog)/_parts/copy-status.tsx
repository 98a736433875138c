import type { CopyOfBook } from '#lib/catalog/copies/copy-queries';
import { isOverdue } from '#lib/catalog/copies/copy-state';
import type { I18n } from '#lib/i18n/get-i18n';

type Props = { copy: Pick<CopyOfBook, 'state' | 'dueOn'>; today: string; i18n: I18n };

/** The state of a copy in words, and when it is due back. */
export function CopyStatus({ copy, today, i18n: { t, day } }: Props) {
  const state = t(`copyState.${copy.state}`);
  if (copy.dueOn === null)
    return <span className={copy.state === 'on_shelf' ? 'state-in' : undefined}>{state}</span>;
  const date = day(copy.dueOn);
  if (!isOverdue(copy.dueOn, today)) return <span>{`${state}, ${t('books.due', { date })}`}</span>;
  return (
    <span>
      {state}, <span className="state-late">{t('books.overdue', { date })}</span>
    </span>
  );
}
