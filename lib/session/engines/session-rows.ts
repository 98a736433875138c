import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client';
import { sessions, sessionValues } from '#db/schema/sessions';
import { endOf, type SessionRecord } from '#lib/session/record';

/** What stands in the rows of a session: what is kept, or that its identity is dead, and which one came after. */
export type Stored = { record: SessionRecord } | { movedTo: string | undefined; endedAt: Date };

/** Undefined for a session that never was, or has expired. */
export async function readRow(
  from: Pick<Transaction, 'select'>,
  idHash: string,
  now: Date,
): Promise<Stored | undefined> {
  const rows = await from
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
  const terms = JSON.parse(first.terms);
  if (first.endedAt) return { movedTo: terms.movedTo, endedAt: first.endedAt };
  const values = rows.flatMap(({ key, value }) => (key && value ? [[key, JSON.parse(value)]] : []));
  return { record: { ...terms, values: Object.fromEntries(values) } };
}

/** Does nothing where there is such a row: another request was first, or the session was destroyed. */
export async function createRow(
  tx: Transaction,
  idHash: string,
  { values, ...terms }: SessionRecord,
  now: Date,
): Promise<void> {
  const created = await tx
    .insert(sessions)
    .values({ idHash, terms: JSON.stringify(terms), expiresAt: endOf(terms.expiry, now) })
    .onConflictDoNothing()
    .returning({ idHash: sessions.idHash });
  if (created.length === 1) await putValues(tx, idHash, values);
}

/** How a session expires, from now on. */
export async function keepRow(
  tx: Transaction,
  idHash: string,
  { values: _, ...terms }: SessionRecord,
  now: Date,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ terms: JSON.stringify(terms), expiresAt: endOf(terms.expiry, now) })
    .where(eq(sessions.idHash, idHash));
}

export async function putValues(
  tx: Transaction,
  idHash: string,
  values: Record<string, unknown>,
): Promise<void> {
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

export async function deleteValues(tx: Transaction, idHash: string, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .delete(sessionValues)
    .where(and(eq(sessionValues.idHash, idHash), inArray(sessionValues.key, keys)));
}
