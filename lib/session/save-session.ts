import type { CookieJar } from 'iron-session';
import { log } from '#lib/log';
import { cookieAttributes, cookieName } from '#lib/session/cookie';
import { databaseStore } from '#lib/session/engines/database';
import { sessionStore } from '#lib/session/engines/engine';
import { apply, type SessionStore } from '#lib/session/engines/store';
import { newIdentity } from '#lib/session/identity';
import type { Envelope, LoadedFrom } from '#lib/session/open-session';
import { defaultAge, type SessionRecord } from '#lib/session/record';
import { seal } from '#lib/session/seal/seal';
import type { Session } from '#lib/session/session';

/** How a request's cookies are read and its answer's written, whatever the runtime calls them. */
export type Cookies = Pick<CookieJar, 'read' | 'write'>;

type Context = { https: boolean; now: Date };

/** A session of any shape: saving asks nothing of its values. */
type AnySession = Pick<
  Session<Record<string, unknown>>,
  | 'changes'
  | 'commit'
  | 'entries'
  | 'expiresAtBrowserClose'
  | 'expiryAge'
  | 'expiryChanged'
  | 'expiryDate'
  | 'identity'
  | 'modified'
  | 'toRecord'
>;

type Opened = { session: AnySession; loadedFrom: LoadedFrom };

const browserLimit = 4096;

/** A session that would not fit into a cookie: `message` names the keys and their sizes in bytes. */
export class SessionTooLargeError extends Error {
  override name = 'SessionTooLargeError';
}

/**
 * Saves a session that was modified, and sends its cookie where that changes; an untouched one sets none. Where the
 * store does not answer, what happened is forgotten rather than the page lost.
 */
export async function saveSession(opened: Opened, cookies: Cookies, context: Context): Promise<void> {
  const { session, loadedFrom } = opened;
  const flushed = session.identity === 'flushed';
  if (loadedFrom.unavailable || !(session.modified || flushed)) return;
  const store = await sessionStore();
  try {
    if (session.identity !== 'kept') await endOld(loadedFrom, store, context.now);
    if (holdsNothing(session.toRecord()) && (flushed || !loadedFrom.existed))
      return deleteCookie(cookies, context);
    const from = flushed ? { ...loadedFrom, existed: false, cookieEnds: undefined, ...nowhere } : loadedFrom;
    const envelope = store
      ? await keepStored(session, from, store, context.now)
      : await keepSealed(session, from, context.now);
    if (envelope && needsCookie(envelope, session, from)) sendCookie(envelope, session, cookies, context);
  } catch (error) {
    if (error instanceof SessionTooLargeError || !store) throw error;
    log().warn({ error: String(error) }, 'the session could not be stored');
  }
}

const holdsNothing = ({ values, expiry, probe }: SessionRecord) =>
  Object.keys(values).length === 0 && !expiry && !probe;

const untilOf = ({ cookieEnds }: LoadedFrom, now: Date) =>
  cookieEnds ?? new Date(now.getTime() + defaultAge * 1000);

const nowhere = { id: undefined, base: undefined, carriedFrom: undefined };

async function endOld(loadedFrom: LoadedFrom, store: SessionStore | undefined, now: Date): Promise<void> {
  if (loadedFrom.id) await store?.end(loadedFrom.id, untilOf(loadedFrom, now), now);
  await endCarried(loadedFrom, now);
}

async function endCarried(loadedFrom: LoadedFrom, now: Date): Promise<void> {
  if (loadedFrom.carriedFrom) await databaseStore.end(loadedFrom.carriedFrom, untilOf(loadedFrom, now), now);
}

async function keepSealed(session: AnySession, loadedFrom: LoadedFrom, now: Date): Promise<Envelope> {
  await endCarried(loadedFrom, now);
  return { record: session.toRecord() };
}

/**
 * A browser that has not shown yet that it keeps cookies carries its session itself: a crawler leaves nothing behind.
 * Undefined where the session was destroyed meanwhile and this request has nothing to begin a new one with.
 */
async function keepStored(
  session: AnySession,
  loadedFrom: LoadedFrom,
  store: SessionStore,
  now: Date,
): Promise<Envelope | undefined> {
  if (!loadedFrom.returned) return { id: newIdentity(), record: session.toRecord() };
  const isNew = loadedFrom.id === undefined || session.identity === 'cycled';
  const id = isNew ? newIdentity() : (loadedFrom.id ?? '');
  const changes = session.changes();
  const write = isNew ? { base: session.toRecord(), changes: none } : { base: loadedFrom.base, changes };
  const kept = await store.write(id, write, now);
  if (kept === 'gone') {
    const record = apply({ values: {} }, changes);
    return holdsNothing(record) ? undefined : { id: newIdentity(), record };
  }
  session.commit(kept);
  await endCarried(loadedFrom, now);
  return { id };
}

const none = { set: {}, deleted: [], increments: {} };

const day = 24 * 60 * 60 * 1000;

/** The cookie of a stored session says only who it is: it is sent again once a day, to be kept for longer. */
function needsCookie(envelope: Envelope, session: AnySession, loadedFrom: LoadedFrom): boolean {
  if (envelope.record || envelope.id !== loadedFrom.id || loadedFrom.base || !loadedFrom.cookieEnds)
    return true;
  if (session.expiryChanged) return true;
  const later = session.expiryDate.getTime() - loadedFrom.cookieEnds.getTime();
  return later < 0 || later > Math.min(day, session.expiryAge * 100) || session.expiresAtBrowserClose;
}

function sendCookie(envelope: Envelope, session: AnySession, cookies: Cookies, { https, now }: Context) {
  const value = seal(envelope, session.expiryAge, now);
  const age = session.expiresAtBrowserClose ? undefined : session.expiryAge;
  const name = cookieName(https);
  assertFits(name + value, session);
  cookies.write(name, value, cookieAttributes(https, age));
}

function deleteCookie(cookies: Cookies, { https }: Context): void {
  const name = cookieName(https);
  if (cookies.read(name)) cookies.write(name, '', cookieAttributes(https, 0));
}

function assertFits(cookie: string, session: AnySession): void {
  const attributes = 100;
  if (cookie.length + attributes <= browserLimit) return;
  const sizes = session.entries().map(([key, value]) => `${key} ${Buffer.byteLength(JSON.stringify(value))}`);
  throw new SessionTooLargeError(
    `The session does not fit into a cookie of ${browserLimit} bytes: ${sizes.join(', ')} bytes.`,
  );
}
