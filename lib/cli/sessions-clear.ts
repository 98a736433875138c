import { clearExpiredSessions } from '#lib/session/expiry';

/** `sessions:clear`: removes expired sessions and says how many. */
export async function sessionsClear(now: Date): Promise<string> {
  const removed = await clearExpiredSessions(now);
  return removed === 1 ? 'Removed 1 expired session.' : `Removed ${removed} expired sessions.`;
}
