import { and, eq, lt } from 'drizzle-orm';
import { transaction } from '#db/client';
import { librarySettings } from '#db/schema/library';
import { today } from '#lib/clock';
import { settings } from '#lib/env';
import { log } from '#lib/log';
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

/** Once a day, by whichever process comes first, also with several on one database. Undefined for the others. */
export async function clearExpiredSessionsDaily(now: Date): Promise<number | undefined> {
  if (!(await claimDay('sessions_cleared_on', today(now, settings().TIME_ZONE)))) return undefined;
  const removed = await clearExpiredSessions(now);
  log().info({ removed }, 'expired sessions removed');
  return removed;
}

const claimDay = (name: string, day: string): Promise<boolean> =>
  transaction(async (tx) => {
    const first = await tx
      .insert(librarySettings)
      .values({ name, value: day })
      .onConflictDoNothing()
      .returning();
    if (first.length === 1) return true;
    const earlier = and(eq(librarySettings.name, name), lt(librarySettings.value, day));
    return (await tx.update(librarySettings).set({ value: day }).where(earlier).returning()).length === 1;
  });
