/** When a session ends: after so many seconds without a save, at a moment (ms), or when the browser closes. */
export type Expiry = { kind: 'idle'; seconds: number } | { kind: 'at'; time: number } | { kind: 'browser' };

/** What is kept of a session between two requests. */
export type SessionRecord = {
  values: Record<string, unknown>;
  expiry?: Expiry;
  /** Set to find out whether this browser returns cookies. */
  probe?: true;
};

/** Two weeks, in seconds: what Django and iron-session take too. */
export const defaultAge = 14 * 24 * 60 * 60;

/** Seconds from `now` until a session saved at `now` ends. */
export function ageOf(expiry: Expiry | undefined, now: Date): number {
  if (expiry?.kind === 'idle') return expiry.seconds;
  if (expiry?.kind === 'at') return Math.max(0, Math.ceil((expiry.time - now.getTime()) / 1000));
  return defaultAge;
}

export const endOf = (expiry: Expiry | undefined, now: Date): Date =>
  new Date(now.getTime() + ageOf(expiry, now) * 1000);

/** What `setExpiry` was given, as it is kept. Throws `RangeError`. */
export function expiryOf(value: number | Date | null): Expiry | undefined {
  if (value === null) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new RangeError('A session cannot end at a moment that is none.');
  if (value instanceof Date) return { kind: 'at', time: number };
  if (number < 0) throw new RangeError(`A session cannot end ${-number} seconds ago.`);
  return number === 0 ? { kind: 'browser' } : { kind: 'idle', seconds: Math.ceil(number) };
}
