import { StartupError } from '#lib/boot/startup-error';
import { type Settings, settings } from '#lib/env';
import { jobs } from '#lib/jobs/registry';
import { runDueJobs } from '#lib/jobs/run-due-jobs';
import { sessionStore } from '#lib/session/engines/engine';

const minuteMs = 60 * 1000;

/** Runs the jobs that are due, at once and then looking every minute. A look waits for the one before it to end. */
export function startScheduler(): NodeJS.Timeout {
  const options = { clock: () => new Date(), zone: settings().TIME_ZONE, settled: new Map() };
  let running = false;
  const look = async () => {
    if (running) return;
    running = true;
    await runDueJobs(jobs(), options);
    running = false;
  };
  void look();
  return setInterval(look, minuteMs).unref();
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
