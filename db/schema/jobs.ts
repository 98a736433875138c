import { sql } from 'drizzle-orm';
import { columns as c } from '#db/columns';

/** How a run of a job ended; `abandoned` is one whose process did not live to say so. */
export const jobOutcomes = ['done', 'failed', 'abandoned'] as const;

/** One row a job and moment at which it was due: who runs it holds a lease, and renews it while the work goes on. */
export const jobRuns = c.table(
  'job_runs',
  {
    job: c.key('job').notNull(),
    dueAt: c.instant('due_at').notNull(),
    /** Random, of one attempt: whoever lost the lease can neither renew nor end the run of another. */
    leaseHolder: c.key('lease_holder').notNull(),
    leaseUntil: c.instant('lease_until').notNull(),
    attempt: c.integer('attempt').notNull(),
    startedAt: c.instant('started_at').notNull(),
    endedAt: c.instant('ended_at'),
    outcome: c.oneOf('outcome', jobOutcomes),
    /** What it did, or why it failed, in a sentence. */
    message: c.text('message'),
  },
  (t) => [
    c.primaryKey({ columns: [t.job, t.dueAt] }),
    c.uniqueIndex('job_runs_one_open').on(t.job).where(sql`${t.endedAt} is null`),
    c.check('job_runs_ended', sql`(${t.endedAt} is null) = (${t.outcome} is null)`),
  ],
);
