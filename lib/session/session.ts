import type { z } from 'zod';
import { ageOf, type Expiry, endOf, type SessionRecord } from '#lib/session/record';

/** Thrown by `require` and by `pop` without a fallback; `key` names what is missing. */
export class SessionKeyError extends Error {
  override name = 'SessionKeyError';
  readonly key: string;
  constructor(key: string) {
    super(`The session holds no “${key}”.`);
    this.key = key;
  }
}

/** Thrown on a write in a Server Component. */
export class SessionReadOnlyError extends Error {
  override name = 'SessionReadOnlyError';
  constructor() {
    super(
      'A session is read-only here, because a Server Component cannot set a cookie. Write in a Server Action or a ' +
        'route handler, inside withSession(async (session) => …), or in proxy.ts.',
    );
  }
}

type Options = {
  record?: SessionRecord | undefined;
  now: Date;
  readOnly?: true;
  /** Keys that a stored session may have under the name of an earlier version: old → new. */
  renamed?: Record<string, string>;
};

/** What a save has to write: values that are new or changed, keys that are gone, additions to numbers, terms. */
export type SessionChanges = {
  set: Record<string, unknown>;
  deleted: string[];
  increments: Record<string, number>;
  /** Only where it was changed; null for the default again. */
  expiry?: Expiry | null;
  /** Only where it was changed. */
  probe?: boolean;
};

type Fields = Record<string, unknown>;
type NumericKey<Values> = { [Key in keyof Values]: Values[Key] extends number ? Key : never }[keyof Values] &
  string;

const frozen = (value: unknown): unknown => {
  if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

function expiryOf(value: number | Date | null): Expiry | undefined {
  if (value === null) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new RangeError('A session cannot end at a moment that is none.');
  if (value instanceof Date) return { kind: 'at', time: number };
  if (number < 0) throw new RangeError(`A session cannot end ${-number} seconds ago.`);
  return number === 0 ? { kind: 'browser' } : { kind: 'idle', seconds: Math.ceil(number) };
}

/**
 * What the site remembers about one browser: a typed map. Reading is never a change; a change inside a value
 * (`session.get('closedNotices')?.push('demo')`) is noticed without a flag, for what was loaded is compared with
 * what is there when it is saved.
 */
export class Session<Values extends Fields> {
  /** True once anything was asked or changed: the answer then depends on the session. */
  accessed = false;

  readonly #shape: z.ZodObject;
  readonly #now: Date;
  readonly #readOnly: boolean;
  readonly #renamed: Record<string, string>;
  readonly #loaded = new Map<string, string>();
  /** Keys of stored values that do not fit: nothing can be added to those. */
  readonly #unfit = new Set<string>();
  readonly #values = new Map<string, unknown>();
  readonly #increments = new Map<string, number>();
  readonly #probed: boolean;
  #probe: boolean;
  #expiry: Expiry | undefined;
  #expiryChanged = false;
  #modified = false;
  #cycled = false;
  #flushed = false;

  constructor(shape: z.ZodObject, { record, now, readOnly, renamed = {} }: Options) {
    this.#shape = shape;
    this.#now = now;
    this.#readOnly = readOnly === true;
    this.#renamed = renamed;
    this.#expiry = record?.expiry;
    this.#probed = record?.probe === true;
    this.#probe = this.#probed;
    this.#load(record?.values ?? {});
  }

  #load(stored: Fields): void {
    for (const [key, schema] of Object.entries(this.#shape.shape)) {
      if (!Object.hasOwn(stored, key)) continue;
      const parsed = (schema as z.ZodType).safeParse(stored[key]);
      if (!parsed.success) {
        this.#unfit.add(key);
        continue;
      }
      this.#loaded.set(key, JSON.stringify(parsed.data));
      this.#values.set(key, this.#readOnly ? frozen(parsed.data) : parsed.data);
    }
    this.#loadRenamed(stored);
  }

  /** Read under the new name, and a change: the next save writes it there and removes the old one. */
  #loadRenamed(stored: Fields): void {
    for (const [old, key] of Object.entries(this.#renamed)) {
      if (!Object.hasOwn(stored, old)) continue;
      this.#loaded.set(old, JSON.stringify(stored[old]));
      const parsed = (this.#shape.shape[key] as z.ZodType).safeParse(stored[old]);
      if (parsed.success && !Object.hasOwn(stored, key)) this.#values.set(key, parsed.data);
    }
  }

  #read(): Map<string, unknown> {
    this.accessed = true;
    return this.#values;
  }

  #assertWritable(): void {
    if (this.#readOnly) throw new SessionReadOnlyError();
  }

  #write(): Map<string, unknown> {
    this.#assertWritable();
    this.accessed = true;
    this.#modified = true;
    return this.#values;
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
    return this.#values.get(key) as Values[Key];
  }

  /** Stores a value. One that does not fit the shape throws at once, not when it is read back. */
  set<Key extends keyof Values & string>(key: Key, value: Values[Key]): void {
    this.update({ [key]: value } as unknown as Partial<Values>);
  }

  /** Stores several values, or none of them where one does not fit. */
  update(values: Partial<Values>): void {
    this.#assertWritable();
    const parsed = Object.entries(values).map(([key, value]) => [key, this.#parse(key, value)] as const);
    for (const [key, value] of parsed) {
      this.#write().set(key, value);
      this.#increments.delete(key);
    }
  }

  #parse(key: string, value: unknown): unknown {
    return (this.#shape.shape[key] as z.ZodType).parse(value);
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
    const added = this.#increments.get(key);
    const asLoaded = JSON.stringify(before) === this.#loaded.get(key) && !this.#unfit.has(key);
    const onlyAdded = added !== undefined || asLoaded;
    this.set(key, sum as Values[typeof key]);
    if (onlyAdded) this.#increments.set(key, (added ?? 0) + by);
    return sum;
  }

  /** Removes a value. True if there was one. */
  delete(key: keyof Values & string): boolean {
    this.#assertWritable();
    if (!this.#read().has(key)) return false;
    this.#increments.delete(key);
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
    return this.#values.size === 0;
  }

  /** Drops all values and keeps the session. */
  clear(): void {
    this.#write().clear();
    this.#increments.clear();
  }

  /** True if a save would write something. Set it to save a session that did not change, to refresh it. */
  get modified(): boolean {
    return this.#modified || this.#changedKeys().length > 0;
  }

  set modified(value: boolean) {
    this.#assertWritable();
    this.#modified = value;
  }

  #changedKeys(): string[] {
    const keys = new Set([...this.#loaded.keys(), ...this.#values.keys()]);
    return [...keys].filter((key) => this.#loaded.get(key) !== JSON.stringify(this.#values.get(key)));
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
    this.#loaded.clear();
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
    const changed = this.#changedKeys();
    const added = [...this.#increments.keys()].filter((key) => changed.includes(key));
    const stored = changed.filter((key) => this.#values.has(key) && !added.includes(key));
    return {
      set: Object.fromEntries(stored.map((key) => [key, this.#values.get(key)])),
      deleted: changed.filter((key) => !this.#values.has(key)),
      increments: Object.fromEntries(added.map((key) => [key, this.#increments.get(key) ?? 0])),
      ...(this.#expiryChanged && { expiry: this.#expiry ?? null }),
      ...(this.#probe !== this.#probed && { probe: this.#probe }),
    };
  }

  /** For engines: what is kept now, which other requests may have added to. */
  commit({ values, expiry, probe }: SessionRecord): void {
    for (const held of [this.#values, this.#loaded, this.#increments, this.#unfit]) held.clear();
    this.#load(values);
    this.#expiry = expiry;
    this.#probe = probe === true;
    this.#modified = false;
  }

  /** For engines: all of it, as it is to be kept. */
  toRecord(): SessionRecord {
    return {
      values: Object.fromEntries(this.#values),
      ...(this.#expiry && { expiry: this.#expiry }),
      ...(this.#probe && { probe: true as const }),
    };
  }
}
