import { reasonOf } from '#db/errors';
import type { Job } from '#lib/jobs/job';
import { type Claim, claim, finish, type Lease, leaseMs, renew } from '#lib/jobs/lease';

type Refusal = Extract<Claim, { refusal: unknown }>['refusal'];

export type RunOutcome = { kind: 'done' | 'failed' | 'lost'; message: string } | { kind: Refusal };

type Options = { dueAt: Date; clock: () => Date; renewEveryMs?: number };

/** Runs a job that was due at a moment, unless another process does or it is done. Never throws for what the job throws. */
export async function runJob(
  job: Job,
  { dueAt, clock, renewEveryMs = leaseMs / 4 }: Options,
): Promise<RunOutcome> {
  const claimed = await claim(job.name, dueAt, clock());
  if ('refusal' in claimed) return { kind: claimed.refusal };
  const lost = new AbortController();
  const renewal = keepLease(claimed.lease, { clock, renewEveryMs, lost });
  const ended = await outcomeOf(job, { now: clock(), signal: lost.signal });
  clearInterval(renewal);
  const isOurs = await finish(claimed.lease, ended, clock());
  return { kind: isOurs ? ended.outcome : 'lost', message: ended.message };
}

type Keeping = Required<Pick<Options, 'clock' | 'renewEveryMs'>> & { lost: AbortController };

/** A database that does not answer may yet answer another process: then the lease is over when its time is. */
function keepLease(lease: Lease, { clock, renewEveryMs, lost }: Keeping): NodeJS.Timeout {
  let until = clock().getTime() + leaseMs;
  const prolong = async () => {
    const now = clock();
    const isOurs = await renew(lease, now).catch(() => undefined);
    if (isOurs) until = now.getTime() + leaseMs;
    else if (isOurs === false || clock().getTime() > until)
      lost.abort(new Error('Another process has taken over.'));
  };
  return setInterval(prolong, renewEveryMs).unref();
}

async function outcomeOf(job: Job, context: Parameters<Job['run']>[0]) {
  try {
    const message = await job.run(context);
    context.signal.throwIfAborted();
    return { outcome: 'done' as const, message };
  } catch (error) {
    return { outcome: 'failed' as const, message: reasonOf(error) };
  }
}
