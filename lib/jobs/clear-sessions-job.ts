import type { Job } from '#lib/jobs/job';
import { clearExpiredSessions } from '#lib/session/expiry';

/** Expired sessions never load anyway; this is about space. */
export const clearSessionsJob: Job = {
  name: 'sessions:clear',
  schedule: { daily: '03:40' },
  run: async ({ now }) => sessionsRemoved(await clearExpiredSessions(now)),
};

export const sessionsRemoved = (removed: number): string =>
  removed === 1 ? 'Removed 1 expired session.' : `Removed ${removed} expired sessions.`;
