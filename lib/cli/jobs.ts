import type { Job } from '#lib/jobs/job';
import { type JobStatus, jobStatuses, needsAttention } from '#lib/jobs/job-queries';
import { runJob } from '#lib/jobs/run-job';

export type CommandResult = { message: string; code: 0 | 1 };

type Options = { now: Date; zone: string };

/** `jobs`: when each job last ran, how long, what it did and when it is next due. Code 1 where one needs attention. */
export async function listJobs(jobs: readonly Job[], { now, zone }: Options): Promise<CommandResult> {
  const statuses = await jobStatuses(jobs, now, zone);
  const code = statuses.some(needsAttention) ? 1 : 0;
  return { message: statuses.map((status) => describe(status, zone)).join('\n'), code };
}

/** `jobs run NAME`: runs a job now, also one that is not due. Code 1 where it failed, or where nothing was run. */
export async function runJobNow(
  jobs: readonly Job[],
  name: string | undefined,
  clock: () => Date,
): Promise<CommandResult> {
  const job = jobs.find((job) => job.name === name);
  const names = jobs.map((job) => job.name).join(', ');
  if (!job) return { message: `There is no job ${name ?? 'without a name'}: there are ${names}.`, code: 1 };
  const outcome = await runJob(job, { dueAt: clock(), clock });
  if (outcome.kind === 'done') return { message: outcome.message, code: 0 };
  if (outcome.kind === 'failed') return { message: `It failed: ${outcome.message}.`, code: 1 };
  return { message: `Nothing was run: ${job.name} is ${refused[outcome.kind]}.`, code: 1 };
}

const refused = {
  running: 'running already',
  waiting: 'about to be tried again',
  settled: 'done already',
  lost: 'run by another process',
};

function describe({ name, state, last, nextDue }: JobStatus, zone: string): string {
  const at = (moment: Date) => moment.toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
  const mark = needsAttention({ name, state, last, nextDue }) ? `${state.toUpperCase()}: ` : '';
  const due = `next due ${at(nextDue)} (${zone})`;
  if (!last) return `${name}: has never run; ${due}`;
  if (state === 'running') return `${name}: running since ${at(last.startedAt)}; ${due}`;
  const seconds = last.endedAt ? (last.endedAt.getTime() - last.startedAt.getTime()) / 1000 : undefined;
  const took = seconds === undefined ? '' : `, took ${seconds.toFixed(1)} s`;
  return `${name}: ${mark}last ran ${at(last.startedAt)}${took}: ${last.message ?? 'no word of it since'} ${due}`;
}
