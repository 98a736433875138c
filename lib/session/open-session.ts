import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { log } from '#lib/log';
import { databaseStore } from '#lib/session/engines/database';
import type { SessionStore } from '#lib/session/engines/store';
import { openedStore, patiently } from '#lib/session/patience';
import type { SessionRecord } from '#lib/session/record';
import { open } from '#lib/session/seal/seal';
import { Session } from '#lib/session/session';

type Fields = Record<string, unknown>;

/** What a site remembers: the shape of its values, and keys that had another name in an earlier version. */
export type Sessions<Values extends Fields> = {
  shape: z.ZodObject & z.ZodType<Values>;
  /** Old name → new name. */
  renamed?: Record<string, keyof Values & string>;
};

/** What the cookie carries, sealed: the session itself, or the identity of a stored one, or both for a new one. */
export type Envelope = { id?: string; record?: SessionRecord };

/** Where a session came from, which is what saving it must know. */
export type LoadedFrom = {
  /** The browser returned a cookie of ours: it keeps cookies. */
  returned: boolean;
  /** That cookie led to a session. */
  existed: boolean;
  /** When that cookie ends. */
  cookieEnds: Date | undefined;
  /** The identity it is stored under, or may be. */
  id?: string | undefined;
  /** What to begin with where nothing is stored yet. */
  base?: SessionRecord | undefined;
  /** An identity in the database that another engine takes over from. */
  carriedFrom?: string | undefined;
  /**
   * Whatever happens, nothing may be written: the store does not answer, or the session has just got a new identity, whose
   * cookie is on its way to this browser.
   */
  closed?: 'unavailable' | 'moved';
};

export type OpenedSession<Values extends Fields> = { session: Session<Values>; loadedFrom: LoadedFrom };

type Context = { now: Date; readOnly?: true };

/** Opens the session of a request by its cookie. Anything but a seal of ours is an empty session. */
export async function openSession<Values extends Fields>(
  { shape, renamed = {} }: Sessions<Values>,
  cookie: string | undefined,
  { now, readOnly }: Context,
): Promise<OpenedSession<Values>> {
  const opened = cookie ? await open<Envelope>(cookie, now) : undefined;
  const arrival = { returned: opened !== undefined, cookieEnds: opened && new Date(opened.ends) };
  const found = opened && cookie ? await find(withIdentity(opened.content, cookie), now) : {};
  const { record, ...place } = found;
  const session = new Session<Values>(shape, { record, renamed, now, ...(readOnly && { readOnly }) });
  return { session, loadedFrom: { ...arrival, existed: record !== undefined, ...place } };
}

/**
 * A session that the `cookie` engine sealed has no identity. Whoever stores it takes one from the seal, so that
 * requests that arrive together with the same cookie all find the same session.
 */
const withIdentity = (
  envelope: Envelope,
  cookie: string,
): Required<Pick<Envelope, 'id'>> & Envelope & { borrowed: boolean } => ({
  ...envelope,
  borrowed: envelope.id === undefined,
  id: envelope.id ?? createHash('sha256').update(cookie).digest('base64url'),
});

type Found = { record?: SessionRecord } & Omit<LoadedFrom, 'returned' | 'existed' | 'cookieEnds'>;

async function find(envelope: ReturnType<typeof withIdentity>, now: Date): Promise<Found> {
  try {
    const store = await openedStore();
    return await patiently('read', store ? findStored(store, envelope, now) : findSealed(envelope, now));
  } catch (error) {
    log().warn({ error }, 'the session store does not answer');
    return { closed: 'unavailable' };
  }
}

async function findSealed(
  { id, record, borrowed }: ReturnType<typeof withIdentity>,
  now: Date,
): Promise<Found> {
  if (borrowed) return record ? { record } : {};
  const kept = await databaseStore.read(id, now);
  if (kept === 'moved') return { closed: 'moved' };
  if (kept === 'ended') return {};
  if (kept) return { record: kept, carriedFrom: id };
  return record ? { record } : {};
}

async function findStored(
  store: SessionStore,
  { id, record }: Required<Pick<Envelope, 'id'>> & Envelope,
  now: Date,
): Promise<Found> {
  const kept = await store.read(id, now);
  if (kept === 'moved') return { closed: 'moved' };
  if (kept === 'ended') return {};
  if (kept) return { record: kept, id };
  const elsewhere = store === databaseStore ? undefined : await databaseStore.read(id, now);
  if (elsewhere === 'moved') return { closed: 'moved' };
  if (elsewhere === 'ended') return findCarried(store, id, now);
  if (elsewhere) return { record: elsewhere, base: elsewhere, id, carriedFrom: id };
  // An identity that nothing is stored under is not adopted, unless its first values come sealed with it.
  return record ? { record, base: record, id } : {};
}

/** Another request of this browser may have carried the session over after this one looked for it. */
async function findCarried(store: SessionStore, id: string, now: Date): Promise<Found> {
  const kept = await store.read(id, now);
  return typeof kept === 'object' ? { record: kept, id } : {};
}
