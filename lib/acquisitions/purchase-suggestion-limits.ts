const hour = 60 * 60 * 1000;
export const day = 24 * hour;

export type SuggestPurchaseRefusal = 'tooManyFromHere' | 'tooManyToday';

/** So many within any stretch of time as long as this. */
export type Limit = {
  of: 'client' | 'library';
  max: number;
  windowMs: number;
  reason: SuggestPurchaseRefusal;
};

/** A client may be a whole school. */
export const limits: readonly Limit[] = [
  { of: 'client', max: 10, windowMs: hour, reason: 'tooManyFromHere' },
  { of: 'client', max: 20, windowMs: day, reason: 'tooManyFromHere' },
  { of: 'library', max: 500, windowMs: day, reason: 'tooManyToday' },
];

/** Why the next has to wait, and until when. */
export type Wait = { reason: SuggestPurchaseRefusal; retryAt: Date };

/** `oldest` is when the oldest of the last `max` was sent: once it is out of the window there is room for another. */
export function waitFor({ windowMs, reason }: Limit, oldest: Date | undefined, now: Date): Wait | undefined {
  if (!oldest) return undefined;
  const retryAt = new Date(oldest.getTime() + windowMs);
  return retryAt > now ? { reason, retryAt } : undefined;
}

export const longestWait = (waits: Wait[]): Wait | undefined =>
  waits.toSorted((one, other) => other.retryAt.getTime() - one.retryAt.getTime())[0];
