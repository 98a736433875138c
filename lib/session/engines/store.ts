import type { SessionRecord } from '#lib/session/record';
import type { Fits, SessionChanges } from '#lib/session/values/merge';

/** What a save writes into a store. */
export type SessionWrite = {
  /** What to begin with where nothing is stored yet; without it only an existing session is written. */
  base: SessionRecord | undefined;
  changes: SessionChanges;
  /** Whether a value may be kept under a key: what requests at once add may be too much together. */
  fits?: Fits;
};

/**
 * What became of a write: what is kept then; `moved` where the session has a new identity meanwhile, and the changes
 * went there; `gone` where there is no such session any more, and nothing was written.
 */
export type Written = SessionRecord | 'moved' | 'gone';

/**
 * Where stored sessions are kept. `id` is the random identity that the browser's cookie carries sealed; a store
 * keeps a hash of it only, so that what it holds opens nobody's session.
 */
export type SessionStore = {
  /** What is kept; `ended` or `moved` for an identity that is dead; undefined for one that never was, or has expired. */
  read(id: string, now: Date): Promise<SessionRecord | 'ended' | 'moved' | undefined>;
  /** Merges what changed into what is kept. */
  write(id: string, write: SessionWrite, now: Date): Promise<Written>;
  /**
   * Merges what changed, and keeps it under `to` from now on. The identity before is dead until `until`, when its cookie
   * expires, but for a request that began with it and is still to write.
   */
  move(id: string, to: string, write: SessionWrite, until: Date, now: Date): Promise<SessionRecord | 'gone'>;
  /** Destroys the session: no write before `until`, when its cookie expires, brings it back. */
  end(id: string, until: Date, now: Date): Promise<void>;
  /** Removes expired sessions, in batches that hold nobody up, and returns how many. */
  clearExpired(now: Date): Promise<number>;
  /** Throws where the store cannot be reached. */
  reach(): Promise<void>;
};

/** As long as a page may take. */
const onTheWayMs = 60_000;

/** Whether the cookie of an identity that began at `since` may still be on its way to the browser. */
export const isOnItsWay = (since: Date, now: Date): boolean => now.getTime() - since.getTime() < onTheWayMs;
