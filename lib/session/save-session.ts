import type { CookieJar } from 'iron-session';
import { log } from '#lib/log';
import { cookieAttributes, cookieName } from '#lib/session/cookie';
import { type AnySession, keepSealed, keepStored } from '#lib/session/keep';
import type { Envelope, LoadedFrom } from '#lib/session/open-session';
import { openedStore, patiently } from '#lib/session/patience';
import { seal } from '#lib/session/seal/seal';
import { assertFits, SessionTooLargeError } from '#lib/session/session-size';

export { SessionTooLargeError } from '#lib/session/session-size';

/** How a request's cookies are read and its answer's written, whatever the runtime calls them. */
export type Cookies = Pick<CookieJar, 'read' | 'write'>;

type Context = { https: boolean; now: Date };

type Opened = { session: AnySession; loadedFrom: LoadedFrom };

/**
 * Saves a session that was modified, and sends its cookie where that changes; an untouched one sets none. Where the
 * store does not answer, what happened is forgotten rather than the page lost: false then. Throws `SessionTooLargeError`,
 * and for a change inside a value that does not fit, when all the rest is saved, `SessionValueError`.
 */
export async function saveSession(opened: Opened, cookies: Cookies, context: Context): Promise<boolean> {
  const { session, loadedFrom } = opened;
  const refused = session.refuse();
  const asked = session.modified || session.identity !== 'kept';
  const saved = !asked || (loadedFrom.closed === undefined && (await save(opened, cookies, context)));
  if (refused) throw refused;
  return saved;
}

async function save({ session, loadedFrom }: Opened, cookies: Cookies, context: Context): Promise<boolean> {
  try {
    const store = await openedStore();
    const kept = store
      ? keepStored(session, loadedFrom, store, context.now)
      : keepSealed(session, loadedFrom, context.now);
    const outcome = await patiently('write', kept);
    if (outcome === 'no session') deleteCookie(cookies, context);
    else if (outcome !== 'nothing new' && needsCookie(outcome, session, loadedFrom))
      sendCookie(outcome, session, cookies, context);
    return true;
  } catch (error) {
    if (error instanceof SessionTooLargeError) throw error;
    log().warn({ error }, 'the session could not be stored');
    return false;
  }
}

/** The cookie of a stored session says only who it is: it is sent again to end when the session does. */
function needsCookie(envelope: Envelope, session: AnySession, { id, base, cookieEnds }: LoadedFrom): boolean {
  if (envelope.record || envelope.id !== id || base || !cookieEnds) return true;
  if (session.expiryChanged || session.expiresAtBrowserClose) return true;
  return Math.abs(session.expiryDate.getTime() - cookieEnds.getTime()) >= 1000;
}

function sendCookie(envelope: Envelope, session: AnySession, cookies: Cookies, { https, now }: Context) {
  const value = seal(envelope, (session.expiryDate.getTime() - now.getTime()) / 1000, now);
  const name = cookieName(https);
  assertFits(name + value, session.entries());
  cookies.write(
    name,
    value,
    cookieAttributes(https, session.expiresAtBrowserClose ? undefined : session.expiryAge),
  );
}

function deleteCookie(cookies: Cookies, { https }: Context): void {
  const name = cookieName(https);
  if (cookies.read(name)) cookies.write(name, '', cookieAttributes(https, 0));
}
