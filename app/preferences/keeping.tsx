import type { I18n } from '#lib/i18n/get-i18n';
import { readSessionEnd } from '#lib/visitor/session';
import type { LibrarySession } from '#lib/visitor/session-shape';
import { libraryDayOf } from '../_clock/library-day';
import { forgetEverything } from './actions';

type Props = { session: LibrarySession; i18n: I18n };

/** Where all of it is kept and until when, and what can be done with all of it. */
export async function Keeping({ session, i18n: { t, day } }: Props) {
  const ends = session.expiresAtBrowserClose ? undefined : await readSessionEnd();
  return (
    <>
      <p className="measure my-4">
        {ends ? t('preferences.until', { date: day(libraryDayOf(ends)) }) : t('preferences.untilClosed')}
      </p>
      <div className="my-6 flex flex-wrap gap-3">
        <a className="button button-quiet" href="/preferences/download" download>
          {t('preferences.download')}
        </a>
        <form action={forgetEverything}>
          <button className="button button-quiet" type="submit">
            {t('preferences.forgetAll')}
          </button>
        </form>
      </div>
    </>
  );
}
