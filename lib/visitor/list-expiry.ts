import { settings } from '#lib/env';
import type { LibrarySession } from '#lib/visitor/session-shape';

/** Half a year: a list is put together before a holiday, and read after it. */
const listSeconds = 180 * 24 * 60 * 60;

/**
 * What is remembered stays longer while there is a list. Not in a reading room, where a session ends with the
 * browser, and only with what is saved anyway: a session that did not change is not sent.
 */
export function keepWhileListed(session: LibrarySession): void {
  const { SESSION_EXPIRE_AT_BROWSER_CLOSE, SESSION_COOKIE_AGE } = settings();
  if (!session.modified || SESSION_EXPIRE_AT_BROWSER_CLOSE === 'on') return;
  const isListed = session.get('list', []).length > 0;
  const seconds = isListed ? Math.max(listSeconds, SESSION_COOKIE_AGE) : SESSION_COOKIE_AGE;
  if (session.expiryAge !== seconds) session.setExpiry(isListed ? seconds : null);
}
