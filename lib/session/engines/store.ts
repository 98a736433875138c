import type { SessionRecord } from '#lib/session/record';
import type { SessionChanges } from '#lib/session/session';

/** What a save writes into a store. */
export type SessionWrite = {
  /** What to begin with where nothing is stored yet; without it only an existing session is written. */
  base: SessionRecord | undefined;
  changes: SessionChanges;
};

/**
 * Where stored sessions are kept. `id` is the random identity that the browser's cookie carries sealed; a store
 * keeps a hash of it only, so that what it holds opens nobody's session.
 */
export type SessionStore = {
  /** What is kept; `ended` for a destroyed session; undefined for one that never was, or has expired. */
  read(id: string, now: Date): Promise<SessionRecord | 'ended' | undefined>;
  /** Writes what changed and returns what is kept then. `gone` where there is no such session any more. */
  write(id: string, write: SessionWrite, now: Date): Promise<SessionRecord | 'gone'>;
  /** Destroys the session: no write before `until`, when its cookie expires, brings it back. */
  end(id: string, until: Date, now: Date): Promise<void>;
  /** Removes expired sessions and returns how many. */
  clearExpired(now: Date): Promise<number>;
  /** Throws where the store cannot be reached. */
  reach(): Promise<void>;
};

/** What `changes` make of a session: for stores that write whole records. */
export function apply(before: SessionRecord, changes: SessionChanges): SessionRecord {
  return { values: applyToValues(before.values, changes), ...applyToTerms(before, changes) };
}

type Terms = Omit<SessionRecord, 'values'>;

/** What they make of how it expires, and of whether it asks if cookies are kept. */
export function applyToTerms(before: Terms, changes: SessionChanges): Terms {
  const expiry = changes.expiry === undefined ? before.expiry : changes.expiry;
  const probe = changes.probe ?? before.probe;
  return { ...(expiry && { expiry }), ...(probe && { probe: true }) };
}

function applyToValues(values: Record<string, unknown>, changes: SessionChanges): Record<string, unknown> {
  const changed = new Map(Object.entries({ ...values, ...changes.set }));
  for (const key of changes.deleted) changed.delete(key);
  for (const [key, by] of Object.entries(changes.increments)) {
    const before = changed.get(key);
    changed.set(key, (typeof before === 'number' ? before : 0) + by);
  }
  return Object.fromEntries(changed);
}
