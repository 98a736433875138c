import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { sessionReads, sessionTransaction, type Transaction } from '#db/client';
import { sessions, sessionValues } from '#db/schema/sessions';
import {
  createRow,
  deleteValues,
  keepRow,
  putValues,
  readRow,
  type Stored,
} from '#lib/session/engines/session-rows';
import { isOnItsWay, type SessionStore, type SessionWrite, type Written } from '#lib/session/engines/store';
import { identityHash } from '#lib/session/identity';
import type { SessionRecord } from '#lib/session/record';
import { merge } from '#lib/session/values/merge';

/** Rows that are removed in one transaction: a few milliseconds of SQLite's, in which nobody else is served. */
const batch = 200;

/** Sessions as rows: any number of processes share them, and none loses another's writes. */
export const databaseStore: SessionStore = {
  read: async (id, now) => {
    const stored = await readRow(sessionReads, identityHash(id), now);
    if (!stored || 'record' in stored) return stored?.record;
    return stored.movedTo && isOnItsWay(stored.endedAt, now) ? 'moved' : 'ended';
  },
  write: (id, write, now) => sessionTransaction((tx) => writeRow(tx, identityHash(id), write, now)),
  move: (id, to, write, until, now) =>
    sessionTransaction((tx) => move(tx, identityHash(id), identityHash(to), write, { until, now })),
  end: (id, until, now) => sessionTransaction((tx) => end(tx, identityHash(id), { until, now })),
  clearExpired: async (now) => {
    for (let removed = 0; ; await nextTurn()) {
      const some = await sessionTransaction((tx) => clearSome(tx, now));
      removed += some.removed;
      if (some.found < batch) return removed;
    }
  },
  reach: async () => {
    await sessionReads.select({ idHash: sessions.idHash }).from(sessions).limit(1);
  },
};

type Term = { until: Date; now: Date };

/** Changes nothing, but makes others wait that write the same session. */
async function lockRow(tx: Transaction, idHash: string, now: Date): Promise<Stored | undefined> {
  await tx
    .update(sessions)
    .set({ endedAt: sql`${sessions.endedAt}` })
    .where(eq(sessions.idHash, idHash));
  return readRow(tx, idHash, now);
}

async function writeRow(
  tx: Transaction,
  idHash: string,
  { base, changes, fits }: SessionWrite,
  now: Date,
): Promise<Written> {
  if (base) await createRow(tx, idHash, base, now);
  const stored = await lockRow(tx, idHash, now);
  if (!stored) return 'gone';
  if ('record' in stored) return update(tx, idHash, stored.record, { changes, fits }, now);
  if (!stored.movedTo) return 'gone';
  const later = await writeRow(tx, stored.movedTo, { base: undefined, changes, fits }, now);
  return later === 'gone' ? 'gone' : 'moved';
}

async function update(
  tx: Transaction,
  idHash: string,
  before: SessionRecord,
  { changes, fits }: Pick<SessionWrite, 'changes' | 'fits'>,
  now: Date,
): Promise<SessionRecord> {
  const after = merge(before, changes, fits);
  const changed = Object.entries(after.values).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before.values[key]),
  );
  await putValues(tx, idHash, Object.fromEntries(changed));
  await deleteValues(
    tx,
    idHash,
    Object.keys(before.values).filter((key) => !Object.hasOwn(after.values, key)),
  );
  await keepRow(tx, idHash, after, now);
  return after;
}

async function move(
  tx: Transaction,
  idHash: string,
  to: string,
  { base, changes, fits }: SessionWrite,
  { until, now }: Term,
): Promise<SessionRecord | 'gone'> {
  const stored = await lockRow(tx, idHash, now);
  const before = stored ? await latest(tx, stored, now) : base;
  if (!before) return 'gone';
  const record = merge(before, changes, fits);
  await createRow(tx, to, record, now);
  if (!stored || 'record' in stored) await markEnded(tx, idHash, { movedTo: to }, { until, now });
  return record;
}

/** What is kept under an identity, or the one that it moved to. */
async function latest(tx: Transaction, stored: Stored, now: Date): Promise<SessionRecord | undefined> {
  if ('record' in stored) return stored.record;
  const next = stored.movedTo ? await lockRow(tx, stored.movedTo, now) : undefined;
  return next && latest(tx, next, now);
}

async function end(tx: Transaction, idHash: string, term: Term): Promise<void> {
  const stored = await lockRow(tx, idHash, term.now);
  if (stored && 'movedTo' in stored && stored.movedTo) return end(tx, stored.movedTo, term);
  await markEnded(tx, idHash, {}, term);
}

/** The row stays as a mark, also where there was none yet: the first values may still be on their way in a cookie. */
async function markEnded(
  tx: Transaction,
  idHash: string,
  { movedTo }: { movedTo?: string },
  { until, now }: Term,
): Promise<void> {
  const mark = { terms: JSON.stringify({ movedTo }), expiresAt: until, endedAt: now };
  await tx
    .insert(sessions)
    .values({ idHash, ...mark })
    .onConflictDoUpdate({ target: sessions.idHash, set: mark });
  await tx.delete(sessionValues).where(eq(sessionValues.idHash, idHash));
}

async function clearSome(tx: Transaction, now: Date): Promise<{ found: number; removed: number }> {
  const expired = lte(sessions.expiresAt, now);
  const some = await tx.select({ idHash: sessions.idHash }).from(sessions).where(expired).limit(batch);
  const among = inArray(
    sessions.idHash,
    some.map(({ idHash }) => idHash),
  );
  const removed = await tx.delete(sessions).where(and(among, expired)).returning({ idHash: sessions.idHash });
  return { found: some.length, removed: removed.length };
}
