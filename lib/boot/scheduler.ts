import { StartupError } from '#lib/boot/startup-error';
import { type Settings, settings } from '#lib/env';
import { jobs } from '#lib/jobs/registry';
import { runDueJobs } from '#lib/jobs/run-due-jobs';
import { sessionStore } from '#lib/session/engines/engine';

const minuteMs = 60 * 1000;

/**
 * Runs the jobs that are due, at once and then looking every minute. A look waits for the one before it to end, and `stop`
 * for the last one.
 */
export function startScheduler(): { stop: () => Promise<void> } {
  const options = { clock: () => new Date(), zone: settings().TIME_ZONE, settled: new Map() };
  let looking: Promise<void> | undefined;
  const look = () => {
    looking ??= runDueJobs(jobs(), options).finally(() => {
      looking = undefined;
    });
  };
  look();
  const timer = setInterval(look, minuteMs).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Throws `StartupError` where sessions are to be kept in a store that does not answer. */
export async function reachSessionStore({ SESSION_ENGINE, REDIS_URL }: Settings): Promise<void> {
  try {
    await (await sessionStore())?.reach();
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    if (SESSION_ENGINE !== 'redis')
      throw new StartupError(`SESSION_ENGINE ${SESSION_ENGINE} could not be used: ${reason}.`);
    const place = URL.parse(REDIS_URL)?.host;
    throw new StartupError(
      `Redis at ${place} could not be used for sessions: ${reason}; check that it runs and REDIS_URL.`,
    );
  }
}
