import { sessionsRemoved } from '#lib/jobs/clear-sessions-job';
import { clearExpiredSessions } from '#lib/session/expiry';

/** `sessions:clear`: removes expired sessions and says how many. */
export const sessionsClear = async (now: Date): Promise<string> =>
  sessionsRemoved(await clearExpiredSessions(now));
