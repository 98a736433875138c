import { desc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { jobRuns } from '#db/schema/jobs';
import type { Job } from '#lib/jobs/job';
import { lastDue, nextDue } from '#lib/jobs/schedule';

type Run = typeof jobRuns.$inferSelect;

/** `overdue` was due an hour ago, and nobody has begun. */
export type JobState = 'never' | 'running' | 'done' | 'failed' | 'abandoned' | 'overdue';

export type JobStatus = { name: string; state: JobState; last: Run | undefined; nextDue: Date };

const patienceMs = 60 * 60 * 1000;

/** How each job stands: its newest run, and when it is due. The same number of statements for every job. */
export async function jobStatuses(jobs: readonly Job[], now: Date, zone: string): Promise<JobStatus[]> {
  const statuses = [];
  for (const job of jobs) statuses.push(await statusOf(job, now, zone));
  return statuses;
}

async function statusOf({ name, schedule }: Job, now: Date, zone: string): Promise<JobStatus> {
  const [last] = await db
    .select()
    .from(jobRuns)
    .where(eq(jobRuns.job, name))
    .orderBy(desc(jobRuns.dueAt))
    .limit(1);
  const due = lastDue(schedule, now, zone);
  return { name, state: stateOf(last, due, now), last, nextDue: nextDue(schedule, now, zone) };
}

function stateOf(last: Run | undefined, due: Date, now: Date): JobState {
  if (!last) return 'never';
  if (!last.outcome) return last.leaseUntil > now ? 'running' : 'abandoned';
  // Not by when it was due: a library that moved to another zone has had its night all the same.
  if (last.startedAt < due && now.getTime() - due.getTime() > patienceMs) return 'overdue';
  return last.outcome;
}

/** What somebody must look after. */
export const needsAttention = ({ state }: JobStatus): boolean =>
  state === 'failed' || state === 'abandoned' || state === 'overdue';
