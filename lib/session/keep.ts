import { databaseStore } from '#lib/session/engines/database';
import type { SessionStore } from '#lib/session/engines/store';
import { newIdentity } from '#lib/session/identity';
import type { Envelope, LoadedFrom } from '#lib/session/open-session';
import { defaultAge, type SessionRecord } from '#lib/session/record';
import type { Session } from '#lib/session/session';
import { fitsSealed } from '#lib/session/session-size';
import { merge } from '#lib/session/values/merge';

/** A session of any shape: saving asks nothing of its values. */
export type AnySession = Pick<
  Session<Record<string, unknown>>,
  | 'changes'
  | 'commit'
  | 'entries'
  | 'expiresAtBrowserClose'
  | 'expiryAge'
  | 'expiryChanged'
  | 'expiryDate'
  | 'fits'
  | 'identity'
  | 'modified'
  | 'refuse'
  | 'toRecord'
>;

/** What the browser's cookie is to carry; nothing new where another answer brings it. */
export type Outcome = Envelope | 'no session' | 'nothing new';

const holdsNothing = ({ values, expiry, probe }: SessionRecord) =>
  Object.keys(values).length === 0 && !expiry && !probe;

/** The session itself goes to the browser. What the database held of it before ends. */
export async function keepSealed(session: AnySession, from: LoadedFrom, now: Date): Promise<Outcome> {
  const record = session.toRecord();
  await endCarried(from, now);
  return holdsNothing(record) && (session.identity === 'flushed' || !from.existed)
    ? 'no session'
    : { record };
}

/** The session goes into the store, and who it is to the browser. */
export async function keepStored(
  session: AnySession,
  from: LoadedFrom,
  store: SessionStore,
  now: Date,
): Promise<Outcome> {
  const flushed = session.identity === 'flushed';
  if (flushed) await endOld(from, store, now);
  const record = session.toRecord();
  if (holdsNothing(record) && (flushed || !from.existed)) return 'no session';
  if (flushed || !from.returned || from.id === undefined) return begin(session, from, store, now);
  const kept = await writeChanges(session, from.id, from, { store, now });
  if (kept === 'moved') return 'nothing new';
  if (kept !== 'gone') return kept;
  // Destroyed meanwhile: what this request did is the first of a new session.
  const rest = merge({ values: {} }, session.changes(), session.fits);
  return holdsNothing(rest) ? 'nothing new' : { id: newIdentity(), record: rest };
}

/**
 * A browser that has not shown yet that it keeps cookies carries its session itself, as far as there is room: a crawler
 * leaves nothing behind.
 */
async function begin(
  session: AnySession,
  from: LoadedFrom,
  store: SessionStore,
  now: Date,
): Promise<Envelope> {
  const first = { id: newIdentity(), record: session.toRecord() };
  if (!from.returned && fitsSealed(first)) return first;
  const kept = await store.write(first.id, { base: first.record, changes: none }, now);
  if (typeof kept === 'object') session.commit(kept);
  return { id: first.id };
}

const none = { set: {}, deleted: [], increments: {} };

type Place = { store: SessionStore; now: Date };

async function writeChanges(
  session: AnySession,
  id: string,
  from: LoadedFrom,
  { store, now }: Place,
): Promise<Envelope | 'moved' | 'gone'> {
  const write = { base: from.base, changes: session.changes(), fits: session.fits };
  const cycled = session.identity === 'cycled';
  const to = cycled ? newIdentity() : id;
  const kept = cycled
    ? await store.move(id, to, write, untilOf(from, now), now)
    : await store.write(id, write, now);
  if (typeof kept !== 'object') return kept;
  session.commit(kept);
  await endCarried(from, now);
  return { id: to };
}

const untilOf = ({ cookieEnds }: LoadedFrom, now: Date) =>
  cookieEnds ?? new Date(now.getTime() + defaultAge() * 1000);

async function endOld(from: LoadedFrom, store: SessionStore, now: Date): Promise<void> {
  if (from.id) await store.end(from.id, untilOf(from, now), now);
  await endCarried(from, now);
}

async function endCarried(from: LoadedFrom, now: Date): Promise<void> {
  if (from.carriedFrom) await databaseStore.end(from.carriedFrom, untilOf(from, now), now);
}
