import { randomUUID } from 'node:crypto';
import { and, desc, eq, gte, isNotNull, isNull, lt } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { lock } from '#db/lock';
import { jobRuns } from '#db/schema/jobs';

/** Milliseconds. After a crash, or where a machine sleeps, another process takes over so much later. */
export const leaseMs = 2 * 60 * 1000;

/** Milliseconds from a failure until the same run is tried again, and how often it is tried at all. */
export const retryMs = 10 * 60 * 1000;
export const maxAttempts = 3;

/** What is known of runs that ended longer ago than this is forgotten. */
const keptMs = 90 * 24 * 60 * 60 * 1000;

type Run = typeof jobRuns.$inferSelect;

/** The right to run a job that was due at a moment, until it ends or is not renewed in time. */
export type Lease = Pick<Run, 'job' | 'dueAt' | 'leaseHolder'>;

/** `running`: another has it. `waiting`: it failed, and is tried again later. `settled`: nothing is left to do. */
export type Claim = { lease: Lease } | { refusal: 'running' | 'waiting' | 'settled' };

/** Takes the lease of a job that is due, for one of all processes. Whoever let its lease run out has lost it. */
export const claim = (job: string, dueAt: Date, now: Date): Promise<Claim> =>
  transaction(async (tx) => {
    await lock(tx, `job ${job}`);
    const [open] = await tx
      .select()
      .from(jobRuns)
      .where(and(eq(jobRuns.job, job), isNull(jobRuns.endedAt)));
    if (open && open.leaseUntil > now) return { refusal: 'running' };
    if (open) await abandon(tx, open);
    const [latest] = await tx
      .select()
      .from(jobRuns)
      .where(and(eq(jobRuns.job, job), gte(jobRuns.dueAt, dueAt)))
      .orderBy(desc(jobRuns.dueAt))
      .limit(1);
    const refusal = latest && refusalOf(latest, dueAt, now);
    return refusal ? { refusal } : begin(tx, { job, dueAt, attempt: attemptsOf(latest, dueAt) + 1 }, now);
  });

function refusalOf(latest: Run, dueAt: Date, now: Date): 'waiting' | 'settled' | undefined {
  if (latest.outcome === 'done') return 'settled';
  if (attemptsOf(latest, dueAt) >= maxAttempts) return 'settled';
  const retryAt = (latest.endedAt?.getTime() ?? 0) + retryMs;
  return latest.outcome === 'failed' && retryAt > now.getTime() ? 'waiting' : undefined;
}

const attemptsOf = (latest: Run | undefined, dueAt: Date) =>
  latest?.dueAt.getTime() === dueAt.getTime() ? latest.attempt : 0;

async function begin(
  tx: Transaction,
  { job, dueAt, attempt }: Pick<Run, 'job' | 'dueAt' | 'attempt'>,
  now: Date,
): Promise<Claim> {
  const lease = { job, dueAt, leaseHolder: randomUUID() };
  const run = {
    ...lease,
    attempt,
    leaseUntil: new Date(now.getTime() + leaseMs),
    startedAt: now,
    endedAt: null,
    outcome: null,
    message: null,
  };
  await tx
    .insert(jobRuns)
    .values(run)
    .onConflictDoUpdate({ target: [jobRuns.job, jobRuns.dueAt], set: run });
  const forgotten = lt(jobRuns.dueAt, new Date(now.getTime() - keptMs));
  await tx.delete(jobRuns).where(and(eq(jobRuns.job, job), isNotNull(jobRuns.endedAt), forgotten));
  return { lease };
}

const abandon = (tx: Transaction, { leaseUntil, ...run }: Run) =>
  tx
    .update(jobRuns)
    .set({ endedAt: leaseUntil, outcome: 'abandoned', message: 'Whoever ran it did not live to its end.' })
    .where(held(run));

const held = ({ job, dueAt, leaseHolder }: Lease) =>
  and(
    eq(jobRuns.job, job),
    eq(jobRuns.dueAt, dueAt),
    eq(jobRuns.leaseHolder, leaseHolder),
    isNull(jobRuns.endedAt),
  );

/** Prolongs a lease while the work goes on. False where it was lost: the work must stop. */
export const renew = (lease: Lease, now: Date): Promise<boolean> =>
  change(lease, { leaseUntil: new Date(now.getTime() + leaseMs) });

/** Ends a run and its lease. False where it was lost before. */
export const finish = (
  lease: Lease,
  { outcome, message }: { outcome: 'done' | 'failed'; message: string },
  now: Date,
): Promise<boolean> => change(lease, { endedAt: now, outcome, message });

const change = (lease: Lease, values: Partial<Run>): Promise<boolean> =>
  transaction(async (tx) => {
    const changed = await tx.update(jobRuns).set(values).where(held(lease)).returning({ job: jobRuns.job });
    return changed.length === 1;
  });

/** For a library that is restored: what ran while its backup was made does not run in the copy. */
export const forgetOpenRuns = (tx: Transaction) => tx.delete(jobRuns).where(isNull(jobRuns.endedAt));
