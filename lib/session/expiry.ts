import { databaseStore } from '#lib/session/engines/database';
import { sessionStore } from '#lib/session/engines/engine';

/**
 * Removes expired sessions from the store of `SESSION_ENGINE` and, after a change of engine, from the database. They
 * never load anyway; this is about space. Returns how many it removed.
 */
export async function clearExpiredSessions(now: Date): Promise<number> {
  const store = await sessionStore();
  const inStore = store && store !== databaseStore ? await store.clearExpired(now) : 0;
  return inStore + (await databaseStore.clearExpired(now));
}
