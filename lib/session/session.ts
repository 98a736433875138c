import type { z } from 'zod';
import { ageOf, type Expiry, endOf, expiryOf, type SessionRecord } from '#lib/session/record';
import { SessionKeyError, SessionReadOnlyError } from '#lib/session/session-errors';
import { TrackedValues, type ValueChanges } from '#lib/session/tracked-values';

export { SessionKeyError, SessionReadOnlyError } from '#lib/session/session-errors';

type Options = {
  record?: SessionRecord | undefined;
  now: Date;
  readOnly?: true;
  /** Keys that a stored session may have under the name of an earlier version: old → new. */
  renamed?: Record<string, string>;
};

/** What a save has to write: values that are new or changed, keys that are gone, additions to numbers, terms. */
export type SessionChanges = ValueChanges & {
  /** Only where it was changed; null for the default again. */
  expiry?: Expiry | null;
  /** Only where it was changed. */
  probe?: boolean;
};

type Fields = Record<string, unknown>;
type NumericKey<Values> = { [Key in keyof Values]: Values[Key] extends number ? Key : never }[keyof Values] &
  string;

/**
 * What the site remembers about one browser: a typed map. Reading is never a change; a change inside a value
 * (`session.get('closedNotices')?.push('demo')`) is noticed without a flag, for what was loaded is compared with
 * what is there when it is saved.
 */
export class Session<Values extends Fields> {
  /** True once anything was asked or changed: the answer then depends on the session. */
  accessed = false;

  readonly #now: Date;
  readonly #readOnly: boolean;
  readonly #tracked: TrackedValues;
  readonly #probed: boolean;
  #probe: boolean;
  #expiry: Expiry | undefined;
  #expiryChanged = false;
  #modified = false;
  #cycled = false;
  #flushed = false;

  constructor(shape: z.ZodObject, { record, now, readOnly, renamed = {} }: Options) {
    this.#now = now;
    this.#readOnly = readOnly === true;
    this.#expiry = record?.expiry;
    this.#probed = record?.probe === true;
    this.#probe = this.#probed;
    this.#tracked = new TrackedValues(shape, { renamed, frozen: this.#readOnly });
    this.#tracked.load(record?.values ?? {});
  }

  #read(): Map<string, unknown> {
    this.accessed = true;
    return this.#tracked.values;
  }

  #assertWritable(): void {
    if (this.#readOnly) throw new SessionReadOnlyError();
  }

  #write(): Map<string, unknown> {
    this.#assertWritable();
    this.accessed = true;
    this.#modified = true;
    return this.#tracked.values;
  }

  /** The value, or `fallback`, or undefined. */
  get<Key extends keyof Values & string>(key: Key): Values[Key] | undefined;
  get<Key extends keyof Values & string>(key: Key, fallback: Values[Key]): Values[Key];
  get(key: string, fallback?: unknown): unknown {
    const values = this.#read();
    return values.has(key) ? values.get(key) : fallback;
  }

  /** The value. Throws `SessionKeyError` where there is none. */
  require<Key extends keyof Values & string>(key: Key): Values[Key] {
    if (!this.#read().has(key)) throw new SessionKeyError(key);
    return this.#tracked.values.get(key) as Values[Key];
  }

  /** Stores a value. One that does not fit the shape throws at once, not when it is read back. */
  set<Key extends keyof Values & string>(key: Key, value: Values[Key]): void {
    this.update({ [key]: value } as unknown as Partial<Values>);
  }

  /** Stores several values, or none of them where one does not fit. */
  update(values: Partial<Values>): void {
    this.#assertWritable();
    const parsed = Object.entries(values).map(
      ([key, value]) => [key, this.#tracked.parse(key, value)] as const,
    );
    for (const [key, value] of parsed) {
      this.#write().set(key, value);
      this.#tracked.increments.delete(key);
    }
  }

  /** The value there is; otherwise stores and returns `value`. */
  setDefault<Key extends keyof Values & string>(key: Key, value: Values[Key]): Values[Key] {
    this.#assertWritable();
    if (!this.#read().has(key)) this.set(key, value);
    return this.require(key);
  }

  /** Adds `by` to a number (absent counts as 0) and returns the sum. */
  increment(key: NumericKey<Values>, by = 1): number {
    const before = this.#read().get(key);
    const sum = (typeof before === 'number' ? before : 0) + by;
    const added = this.#tracked.addedTo(key);
    this.set(key, sum as Values[typeof key]);
    if (added !== undefined) this.#tracked.increments.set(key, added + by);
    return sum;
  }

  /** Removes a value. True if there was one. */
  delete(key: keyof Values & string): boolean {
    this.#assertWritable();
    if (!this.#read().has(key)) return false;
    this.#tracked.increments.delete(key);
    return this.#write().delete(key);
  }

  /** Removes and returns a value; without a fallback a missing one throws `SessionKeyError`. */
  pop<Key extends keyof Values & string>(key: Key, ...fallback: [Values[Key]?]): Values[Key] | undefined {
    this.#assertWritable();
    if (!this.#read().has(key)) {
      if (fallback.length === 0) throw new SessionKeyError(key);
      return fallback[0];
    }
    const value = this.require(key);
    this.delete(key);
    return value;
  }

  /** True if there is a value. */
  has(key: keyof Values & string): boolean {
    return this.#read().has(key);
  }

  keys(): (keyof Values & string)[] {
    return [...this.#read().keys()] as (keyof Values & string)[];
  }

  values(): Values[keyof Values][] {
    return [...this.#read().values()] as Values[keyof Values][];
  }

  entries(): [keyof Values & string, Values[keyof Values]][] {
    return [...this.#read().entries()] as [keyof Values & string, Values[keyof Values]][];
  }

  [Symbol.iterator]() {
    return this.entries()[Symbol.iterator]();
  }

  /** How many values there are. */
  get size(): number {
    return this.#read().size;
  }

  /** True if there is no value. */
  get isEmpty(): boolean {
    return this.#tracked.values.size === 0;
  }

  /** Drops all values and keeps the session. */
  clear(): void {
    this.#write().clear();
    this.#tracked.increments.clear();
  }

  /** True if a save would write something. Set it to save a session that did not change, to refresh it. */
  get modified(): boolean {
    return this.#modified || this.#tracked.changedKeys().length > 0;
  }

  set modified(value: boolean) {
    this.#assertWritable();
    this.#modified = value;
  }

  /** Asks the next request whether this browser returns cookies. */
  setTestCookie(): void {
    this.#write();
    this.#probe = true;
  }

  /** True if an earlier request asked with `setTestCookie` and this browser returned the cookie. */
  testCookieWorked(): boolean {
    this.accessed = true;
    return this.#probed;
  }

  deleteTestCookie(): void {
    this.#assertWritable();
    if (!this.#probe) return;
    this.#write();
    this.#probe = false;
  }

  /**
   * Seconds of inactivity, rounded up; 0 until the browser closes; a `Date` as a fixed moment; null for the default
   * again. Throws `RangeError` for less than 0 seconds and for what is no number or no moment.
   */
  setExpiry(value: number | Date | null): void {
    this.#assertWritable();
    const expiry = expiryOf(value);
    this.#write();
    this.#expiry = expiry;
    this.#expiryChanged = true;
  }

  /** For engines: the cookie is to end otherwise than it was told before. */
  get expiryChanged(): boolean {
    return this.#expiryChanged;
  }

  /** Seconds until a session saved now ends. */
  get expiryAge(): number {
    return ageOf(this.#expiry, this.#now);
  }

  /** The moment a session saved now ends. */
  get expiryDate(): Date {
    return endOf(this.#expiry, this.#now);
  }

  get expiresAtBrowserClose(): boolean {
    return this.#expiry?.kind === 'browser';
  }

  /** Gives the session a new identity with the same data; the old identity is dead. */
  cycleKey(): void {
    this.#write();
    this.#cycled = true;
  }

  /** Destroys the session: data, record and cookie. A later write starts a new one. */
  flush(): void {
    this.clear();
    this.#tracked.loaded.clear();
    this.#expiry = undefined;
    this.#probe = false;
    this.#flushed = true;
  }

  /** For engines: the identity is to be replaced, or thrown away. */
  get identity(): 'kept' | 'cycled' | 'flushed' {
    if (this.#flushed) return 'flushed';
    return this.#cycled ? 'cycled' : 'kept';
  }

  /** For engines: what differs from what was loaded. */
  changes(): SessionChanges {
    return {
      ...this.#tracked.changes(),
      ...(this.#expiryChanged && { expiry: this.#expiry ?? null }),
      ...(this.#probe !== this.#probed && { probe: this.#probe }),
    };
  }

  /** For engines: what is kept now, which other requests may have added to. */
  commit({ values, expiry, probe }: SessionRecord): void {
    this.#tracked.reload(values);
    this.#expiry = expiry;
    this.#probe = probe === true;
    this.#modified = false;
  }

  /** For engines: all of it, as it is to be kept. */
  toRecord(): SessionRecord {
    return {
      values: Object.fromEntries(this.#tracked.values),
      ...(this.#expiry && { expiry: this.#expiry }),
      ...(this.#probe && { probe: true as const }),
    };
  }
}
