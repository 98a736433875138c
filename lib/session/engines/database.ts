import { and, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { sessions, sessionValues } from '#db/schema/sessions';
import { applyToTerms, type SessionStore, type SessionWrite } from '#lib/session/engines/store';
import { identityHash } from '#lib/session/identity';
import { endOf, type SessionRecord } from '#lib/session/record';
import type { SessionChanges } from '#lib/session/session';

/** Sessions as rows: any number of processes share them, and none loses another's writes. */
export const databaseStore: SessionStore = {
  read: (id, now) => read(db, identityHash(id), now),
  write: (id, write, now) => transaction((tx) => writeRow(tx, identityHash(id), write, now)),
  end: (id, until, now) => transaction((tx) => end(tx, identityHash(id), until, now)),
  clearExpired: (now) => transaction((tx) => clearExpired(tx, now)),
  reach: async () => {
    await db.select({ idHash: sessions.idHash }).from(sessions).limit(1);
  },
};

type Reader = Pick<Transaction, 'select'>;

async function read(reader: Reader, idHash: string, now: Date): Promise<SessionRecord | 'ended' | undefined> {
  const rows = await reader
    .select({
      terms: sessions.terms,
      endedAt: sessions.endedAt,
      key: sessionValues.key,
      value: sessionValues.value,
    })
    .from(sessions)
    .leftJoin(sessionValues, eq(sessionValues.idHash, sessions.idHash))
    .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAt, now)));
  const [first] = rows;
  if (!first) return undefined;
  if (first.endedAt) return 'ended';
  const values = rows.flatMap(({ key, value }) => (key && value ? [[key, JSON.parse(value)]] : []));
  return { ...JSON.parse(first.terms), values: Object.fromEntries(values) };
}

async function writeRow(
  tx: Transaction,
  idHash: string,
  { base, changes }: SessionWrite,
  now: Date,
): Promise<SessionRecord | 'gone'> {
  if (base && (await create(tx, idHash, base, now))) await setValues(tx, idHash, base.values);
  const alive = and(eq(sessions.idHash, idHash), isNull(sessions.endedAt), gt(sessions.expiresAt, now));
  // Changes nothing, but makes others wait that write the same session.
  const locked = await tx
    .update(sessions)
    .set({ endedAt: null })
    .where(alive)
    .returning({ terms: sessions.terms });
  if (!locked[0]) return 'gone';
  const terms = applyToTerms(JSON.parse(locked[0].terms), changes);
  await applyChanges(tx, idHash, changes);
  const record = await read(tx, idHash, now);
  await tx
    .update(sessions)
    .set({ terms: JSON.stringify(terms), expiresAt: endOf(terms.expiry, now) })
    .where(eq(sessions.idHash, idHash));
  return record === 'ended' || !record ? 'gone' : { values: record.values, ...terms };
}

/** False where another request was first, or the session was destroyed. */
async function create(
  tx: Transaction,
  idHash: string,
  { values: _, ...terms }: SessionRecord,
  now: Date,
): Promise<boolean> {
  const row = { idHash, terms: JSON.stringify(terms), expiresAt: endOf(terms.expiry, now) };
  const created = await tx
    .insert(sessions)
    .values(row)
    .onConflictDoNothing()
    .returning({ idHash: sessions.idHash });
  return created.length === 1;
}

async function applyChanges(tx: Transaction, idHash: string, changes: SessionChanges): Promise<void> {
  await setValues(tx, idHash, changes.set);
  for (const [key, by] of Object.entries(changes.increments)) await increment(tx, idHash, key, by);
  if (changes.deleted.length === 0) return;
  await tx
    .delete(sessionValues)
    .where(and(eq(sessionValues.idHash, idHash), inArray(sessionValues.key, changes.deleted)));
}

async function setValues(tx: Transaction, idHash: string, values: Record<string, unknown>): Promise<void> {
  const rows = Object.entries(values).map(([key, value]) => ({ idHash, key, value: JSON.stringify(value) }));
  if (rows.length === 0) return;
  await tx
    .insert(sessionValues)
    .values(rows)
    .onConflictDoUpdate({
      target: [sessionValues.idHash, sessionValues.key],
      set: { value: sql`excluded.value` },
    });
}

/** One statement, so that a hundred at once add a hundred. */
async function increment(tx: Transaction, idHash: string, key: string, by: number): Promise<void> {
  const sum = sql`cast(cast(${sessionValues.value} as bigint) + ${by} as text)`;
  await tx
    .insert(sessionValues)
    .values({ idHash, key, value: String(by) })
    .onConflictDoUpdate({ target: [sessionValues.idHash, sessionValues.key], set: { value: sum } });
}

/** The row stays as a mark, also where there was none yet: the first values may still be on their way in a cookie. */
async function end(tx: Transaction, idHash: string, until: Date, now: Date): Promise<void> {
  const mark = { terms: '{}', expiresAt: until, endedAt: now };
  // First the mark, which waits for a request that is just writing values.
  await tx
    .insert(sessions)
    .values({ idHash, ...mark })
    .onConflictDoUpdate({ target: sessions.idHash, set: mark });
  await tx.delete(sessionValues).where(eq(sessionValues.idHash, idHash));
}

async function clearExpired(tx: Transaction, now: Date): Promise<number> {
  const removed = await tx
    .delete(sessions)
    .where(lte(sessions.expiresAt, now))
    .returning({ idHash: sessions.idHash });
  return removed.length;
}
