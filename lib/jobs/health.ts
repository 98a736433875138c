import type { Job } from '#lib/jobs/job';
import { type JobStatus, jobStatuses, needsAttention } from '#lib/jobs/job-queries';

/** A line for the database, and one for each job: how it stands and when it last ran, never what it said. */
export async function healthReport(
  jobs: readonly Job[],
  { now, zone }: { now: Date; zone: string },
): Promise<{ lines: string[]; healthy: boolean }> {
  const statuses = await jobStatuses(jobs, now, zone);
  return { lines: ['database: ok', ...statuses.map(line)], healthy: !statuses.some(needsAttention) };
}

const line = ({ name, state, last, nextDue }: JobStatus) =>
  [
    `job ${name}: ${state}`,
    ...(last ? [`last ${last.startedAt.toISOString()}`] : []),
    `next ${nextDue.toISOString()}`,
  ].join(', ');
