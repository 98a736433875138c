import { settings } from '#lib/env';

/** When a session ends: after so many seconds without a save, at a moment (ms), or when the browser closes. */
export type Expiry = { kind: 'idle'; seconds: number } | { kind: 'at'; time: number } | { kind: 'browser' };

/** What is kept of a session between two requests. */
export type SessionRecord = {
  values: Record<string, unknown>;
  expiry?: Expiry;
  /** Set to find out whether this browser returns cookies. */
  probe?: true;
};

/** In seconds, by `SESSION_COOKIE_AGE`. */
export const defaultAge = (): number => settings().SESSION_COOKIE_AGE;

/** PostgreSQL, cookies and people read years of four digits. */
const lastMoment = Date.UTC(9999, 11, 31);

/** Seconds from `now` until a session saved at `now` ends, rounded up. */
export function ageOf(expiry: Expiry | undefined, now: Date): number {
  return Math.max(0, Math.ceil((endOf(expiry, now).getTime() - now.getTime()) / 1000));
}

export function endOf(expiry: Expiry | undefined, now: Date): Date {
  if (expiry?.kind === 'at') return new Date(Math.max(0, expiry.time));
  const seconds = expiry?.kind === 'idle' ? expiry.seconds : defaultAge();
  return new Date(now.getTime() + seconds * 1000);
}

/** Whether its cookie ends with the browser; `SESSION_EXPIRE_AT_BROWSER_CLOSE` says it for sessions that do not. */
export const closesWithBrowser = (expiry: Expiry | undefined): boolean =>
  expiry ? expiry.kind === 'browser' : settings().SESSION_EXPIRE_AT_BROWSER_CLOSE === 'on';

/** What `setExpiry` was given, as it is kept. Throws `RangeError`. */
export function expiryOf(value: number | Date | null, now: Date): Expiry | undefined {
  if (value === null) return undefined;
  const isDate = value instanceof Date;
  const number = isDate ? value.getTime() : value;
  if (typeof number !== 'number' || !Number.isFinite(number))
    throw new RangeError('A session cannot end at a moment that is none.');
  if ((isDate ? number : now.getTime() + number * 1000) > lastMoment)
    throw new RangeError('A session cannot end after the year 9999.');
  if (isDate) return { kind: 'at', time: number };
  if (number < 0) throw new RangeError(`A session cannot end ${-number} seconds ago.`);
  return number === 0 ? { kind: 'browser' } : { kind: 'idle', seconds: Math.ceil(number) };
}
