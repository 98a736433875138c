import { forgetSenders } from '#lib/acquisitions/purchase-suggestion-commands';
import { StartupError } from '#lib/boot/startup-error';
import type { Settings } from '#lib/env';
import { log } from '#lib/log';
import { sessionStore } from '#lib/session/engines/engine';
import { clearExpiredSessionsDaily } from '#lib/session/expiry';

const hour = 60 * 60 * 1000;

/** What a library does for itself, looked at once an hour and soon after the start. */
export function startScheduler(): NodeJS.Timeout {
  const look = () => {
    clearExpiredSessionsDaily(new Date()).catch(reportError);
    forgetSenders(new Date()).catch(reportError);
  };
  look();
  return setInterval(look, hour).unref();
}

const reportError = (error: unknown) => log().error({ error: String(error) }, 'housekeeping failed');

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
