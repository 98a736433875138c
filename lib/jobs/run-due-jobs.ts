import type { Job } from '#lib/jobs/job';
import { runJob } from '#lib/jobs/run-job';
import { lastDue } from '#lib/jobs/schedule';
import { log } from '#lib/log';

/** What this process knows to be settled, by the name of the job: nothing is asked again until it is due again. */
export type Settled = Map<string, number>;

type Options = { clock: () => Date; zone: string; settled: Settled };

/** Runs what is due and not done, one job after the other: one that fails keeps no other from its turn. */
export async function runDueJobs(jobs: readonly Job[], options: Options): Promise<void> {
  for (const job of jobs) {
    try {
      await runIfDue(job, options);
    } catch (error) {
      log().error({ job: job.name, error }, 'job could not be run');
    }
  }
}

async function runIfDue(job: Job, { clock, zone, settled }: Options): Promise<void> {
  const dueAt = lastDue(job.schedule, clock(), zone);
  if (settled.get(job.name) === dueAt.getTime()) return;
  const outcome = await runJob(job, { dueAt, clock });
  if (outcome.kind === 'done' || outcome.kind === 'settled') settled.set(job.name, dueAt.getTime());
  if (outcome.kind === 'done') log().info({ job: job.name, did: outcome.message }, 'job done');
  if (outcome.kind === 'failed') log().error({ job: job.name, error: outcome.message }, 'job failed');
  if (outcome.kind === 'lost') log().warn({ job: job.name }, 'job taken over by another process');
}
