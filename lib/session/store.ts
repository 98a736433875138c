import type { CookieJar } from 'iron-session';
import { cookieAttributes, cookieName } from '#lib/session/cookie';
import type { SessionRecord } from '#lib/session/record';
import { open, seal } from '#lib/session/seal';
import { Session } from '#lib/session/session';
import { type SessionValues, sessionShape } from '#lib/session/shape';

export type LibrarySession = Session<SessionValues>;

/** How a request's cookies are read and its answer's written, whatever the runtime calls them. */
export type Cookies = Pick<CookieJar, 'read' | 'write'>;

const browserLimit = 4096;

/** A session that would not fit into a cookie: `message` names the keys and their sizes in bytes. */
export class SessionTooLargeError extends Error {
  override name = 'SessionTooLargeError';
}

type Context = { https: boolean; now: Date };

/** Opens the session of a request. Anything but a seal of ours is an empty session. */
export async function loadSession(
  sealed: string | undefined,
  { now, readOnly }: { now: Date; readOnly?: true },
): Promise<LibrarySession> {
  const record = sealed ? ((await open(sealed, now)) as SessionRecord | undefined) : undefined;
  return new Session(sessionShape, { record, now, ...(readOnly && { readOnly }) });
}

/** Writes the cookie of a session that was modified; an untouched one, or one that never held anything, sets none. */
export async function saveSession(
  session: LibrarySession,
  cookies: Cookies,
  { https, now }: Context,
): Promise<void> {
  const name = cookieName(https);
  if (!session.modified) return;
  const record = session.toRecord();
  const sent = Boolean(cookies.read(name));
  if (holdsNothing(record) && (session.identity === 'flushed' || !sent)) {
    if (sent) cookies.write(name, '', cookieAttributes(https, 0));
    return;
  }
  const value = await seal(record, session.expiryAge, now);
  const age = session.expiresAtBrowserClose ? undefined : session.expiryAge;
  assertFits(name + value, session);
  cookies.write(name, value, cookieAttributes(https, age));
}

const holdsNothing = ({ values, expiry, probe }: SessionRecord) =>
  Object.keys(values).length === 0 && !expiry && !probe;

function assertFits(cookie: string, session: LibrarySession): void {
  const attributes = 100;
  if (cookie.length + attributes <= browserLimit) return;
  const sizes = session.entries().map(([key, value]) => `${key} ${Buffer.byteLength(JSON.stringify(value))}`);
  throw new SessionTooLargeError(
    `The session does not fit into a cookie of ${browserLimit} bytes: ${sizes.join(', ')} bytes.`,
  );
}
