export { SessionKeyError, SessionReadOnlyError } from '#lib/session/session-errors';

import type { z } from 'zod';
import {
  ageOf,
  closesWithBrowser,
  type Expiry,
  endOf,
  expiryOf,
  type SessionRecord,
} from '#lib/session/record';
import type { SessionValueError } from '#lib/session/session-errors';
import type { Fits, SessionChanges } from '#lib/session/values/merge';
import { type Fields, SessionValues } from '#lib/session/values/session-values';

type Options = {
  record?: SessionRecord | undefined;
  now: Date;
  readOnly?: true;
  /** Keys that a stored session may have under the name of an earlier version: old → new. */
  renamed?: Record<string, string>;
};

/**
 * What the site remembers about one browser: a typed map, when it ends, and who it is. A change inside a value
 * (`session.get('closedNotices')?.push('demo')`) is noticed without a flag, for what was loaded is compared with
 * what is there when it is saved.
 */
export class Session<Values extends Fields> extends SessionValues<Values> {
  readonly #now: Date;
  readonly #probed: boolean;
  #probe: boolean;
  #expiry: Expiry | undefined;
  #expiryChanged = false;
  #cycled = false;
  #flushed = false;

  constructor(shape: z.ZodObject, { record, now, readOnly, renamed = {} }: Options) {
    super(shape, { values: record?.values, readOnly: readOnly === true, renamed });
    this.#now = now;
    this.#expiry = record?.expiry;
    this.#probed = record?.probe === true;
    this.#probe = this.#probed;
  }

  /**
   * True if a save would write something. Set it to save a session that did not change, to refresh it; set it to false
   * to leave unsaved what changed so far, unless something else changes.
   */
  get modified(): boolean {
    return this.written || this.tracked.hasChanged;
  }

  set modified(value: boolean) {
    this.assertWritable();
    this.written = value;
    if (!value) this.tracked.dismissChanges();
  }

  /** Asks the next request whether this browser returns cookies. */
  setTestCookie(): void {
    this.write();
    this.#probe = true;
  }

  /** True if an earlier request asked with `setTestCookie` and this browser returned the cookie. */
  testCookieWorked(): boolean {
    this.accessed = true;
    return this.#probed && this.#probe;
  }

  deleteTestCookie(): void {
    this.assertWritable();
    if (!this.#probe) return;
    this.write();
    this.#probe = false;
  }

  /**
   * Seconds of inactivity, rounded up; 0 until the browser closes; a `Date` as a fixed moment; null for the default
   * again. Throws `RangeError` for less than 0 seconds, for what is no number or no moment, and for an end after the year 9999.
   */
  setExpiry(value: number | Date | null): void {
    this.assertWritable();
    const expiry = expiryOf(value, this.#now);
    if (!expiry && !this.#expiry) return;
    this.write();
    this.#expiry = expiry;
    this.#expiryChanged = true;
  }

  /** For engines: the cookie is to end otherwise than it was told before. */
  get expiryChanged(): boolean {
    return this.#expiryChanged;
  }

  /** Seconds until a session saved now ends, rounded up. */
  get expiryAge(): number {
    return ageOf(this.#expiry, this.#now);
  }

  /** The moment a session saved now ends. */
  get expiryDate(): Date {
    return endOf(this.#expiry, this.#now);
  }

  get expiresAtBrowserClose(): boolean {
    return closesWithBrowser(this.#expiry);
  }

  /** Gives the session a new identity with the same data; the old identity is dead. */
  cycleKey(): void {
    this.write();
    this.#cycled = true;
  }

  /** Destroys the session: data, record and cookie. A later write starts a new one. */
  flush(): void {
    this.write();
    this.tracked.forget();
    this.#expiry = undefined;
    this.#probe = false;
    this.#flushed = true;
  }

  /** For engines: the identity is to be replaced, or thrown away. */
  get identity(): 'kept' | 'cycled' | 'flushed' {
    if (this.#flushed) return 'flushed';
    return this.#cycled ? 'cycled' : 'kept';
  }

  /**
   * For engines, before anything is saved: takes back changes inside values that cannot be kept (what was loaded stays),
   * and returns the error that names them.
   */
  refuse(): SessionValueError | undefined {
    return this.tracked.refuse();
  }

  /** For engines: whether a value may be kept under a key. */
  readonly fits: Fits = (key, value) => this.tracked.fits(key, value);

  /** For engines: what differs from what was loaded. */
  changes(): SessionChanges {
    return {
      ...this.tracked.changes(),
      ...(this.#expiryChanged && { expiry: this.#expiry ?? null }),
      ...(this.#probe !== this.#probed && { probe: this.#probe }),
    };
  }

  /** For engines: what is kept now, which other requests may have added to. */
  commit({ values, expiry, probe }: SessionRecord): void {
    this.tracked.reload(values);
    this.#expiry = expiry;
    this.#probe = probe === true;
    this.written = false;
  }

  /** For engines: all of it, as it is to be kept. */
  toRecord(): SessionRecord {
    return {
      values: Object.fromEntries(this.tracked.values),
      ...(this.#expiry && { expiry: this.#expiry }),
      ...(this.#probe && { probe: true as const }),
    };
  }
}
