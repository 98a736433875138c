import type { I18n } from '#lib/i18n/get-i18n';
import { readSession, readSessionEnd } from '#lib/visitor/session';
import { libraryDayOf } from '../../_clock/library-day';

/** Until when the list is there, and what to do against that. */
export async function KeptUntil({ i18n: { t, day } }: { i18n: I18n }) {
  const closes = (await readSession()).expiresAtBrowserClose;
  const ends = closes ? undefined : await readSessionEnd();
  return (
    <p className="measure mt-6 text-quiet print:hidden">
      {ends ? t('list.keptUntil', { date: day(libraryDayOf(ends)) }) : t('list.keptUntilClosed')}
    </p>
  );
}
