import type { I18n } from '#lib/i18n/get-i18n';
import { readSessionEnd } from '#lib/visitor/session';
import type { LibrarySession } from '#lib/visitor/session-shape';
import { libraryDayOf } from '../_clock/library-day';
import { forgetEverything } from './actions';
import { ForgetAll } from './forget-all';

type Props = { session: LibrarySession; i18n: I18n };

/** Where all of it is kept and until when, and what can be done with all of it. */
export function Keeping({ session, i18n }: Props) {
  const { t } = i18n;
  return (
    <>
      {session.isEmpty ? (
        <p className="notice">{t('preferences.nothing')}</p>
      ) : (
        <Until session={session} i18n={i18n} />
      )}
      <div className="my-6 flex flex-wrap gap-3">
        {!session.isEmpty && (
          <a className="button button-quiet" href="/preferences/download" download>
            {t('preferences.download')}
          </a>
        )}
        <ForgetAll
          action={forgetEverything}
          isEmpty={session.isEmpty}
          words={{
            forget: t('preferences.forgetAll'),
            forgotten: t('preferences.forgotten'),
            undo: t('preferences.undo'),
            undoNote: t('preferences.undoNote'),
          }}
        />
      </div>
    </>
  );
}

async function Until({ session, i18n: { t, day } }: Props) {
  const ends = session.expiresAtBrowserClose ? undefined : await readSessionEnd();
  const days = Math.round(session.expiryAge / (24 * 60 * 60));
  return (
    <p className="measure my-4">
      {ends ? t('preferences.until', { days, date: day(libraryDayOf(ends)) }) : t('preferences.untilClosed')}
    </p>
  );
}
