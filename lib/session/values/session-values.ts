import type { z } from 'zod';
import { SessionKeyError, SessionReadOnlyError } from '#lib/session/session-errors';
import { edited, type ListEdit } from '#lib/session/values/list-edits';
import { listIn } from '#lib/session/values/merge';
import { TrackedValues } from '#lib/session/values/tracked-values';

export type Fields = Record<string, unknown>;

type KeysOf<Values, Kind> = { [Key in keyof Values]: Values[Key] extends Kind ? Key : never }[keyof Values] &
  string;
type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;

type Options = { values?: Fields | undefined; readOnly: boolean; renamed: Record<string, string> };

/** The typed map that a session is. Reading is never a change. */
export abstract class SessionValues<Values extends Fields> {
  /** True once anything was asked or changed: the answer then depends on the session. */
  accessed = false;

  protected readonly tracked: TrackedValues;
  protected written = false;
  readonly #readOnly: boolean;

  constructor(shape: z.ZodObject, { values = {}, readOnly, renamed }: Options) {
    this.#readOnly = readOnly;
    this.tracked = new TrackedValues(shape, { renamed, frozen: readOnly });
    this.tracked.load(values);
  }

  #read(): Map<string, unknown> {
    this.accessed = true;
    return this.tracked.values;
  }

  protected assertWritable(): void {
    if (this.#readOnly) throw new SessionReadOnlyError();
  }

  protected write(): void {
    this.assertWritable();
    this.accessed = true;
    this.written = true;
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
    return this.tracked.values.get(key) as Values[Key];
  }

  /**
   * Stores a value; undefined, where the shape allows it, removes it. Throws at once, not when it is read back: `ZodError`
   * for what does not fit, `SessionValueError` for what would not come back as it is.
   */
  set<Key extends keyof Values & string>(key: Key, value: Values[Key]): void {
    this.update({ [key]: value } as unknown as Partial<Values>);
  }

  /** Stores several values, or none of them where one does not fit; throws as `set` does. */
  update(values: { [Key in keyof Values]?: Values[Key] | undefined }): void {
    this.assertWritable();
    const parsed = Object.entries(values).map(
      ([key, value]) => [key, this.tracked.parse(key, value)] as const,
    );
    for (const [key, value] of parsed) {
      this.write();
      this.tracked.put(key, value);
    }
  }

  /** The value there is; otherwise stores and returns `value`. */
  setDefault<Key extends keyof Values & string>(key: Key, value: Values[Key]): Values[Key] {
    this.assertWritable();
    if (!this.#read().has(key)) this.set(key, value);
    return this.require(key);
  }

  /** Adds `by` to a number (absent counts as 0) and returns the sum. What requests at once add, adds up in a store. */
  increment(key: KeysOf<Values, number>, by = 1): number {
    this.assertWritable();
    const before = this.#read().get(key);
    const sum = (typeof before === 'number' ? before : 0) + by;
    this.tracked.putMerged(key, sum, (earlier) => ({
      by: (earlier && 'by' in earlier ? earlier.by : 0) + by,
    }));
    this.write();
    return sum;
  }

  /**
   * Puts `item` on a list, which holds it once: at the end, unless it is there; or at the start, from wherever it is. Of a
   * list of `most` the oldest goes. What requests at once add is all there in a store. False where nothing changed.
   * Throws as `set` does.
   */
  addTo<Key extends KeysOf<Values, readonly unknown[]>>(
    key: Key,
    item: ItemOf<Values[Key]>,
    { at = 'end', most }: { at?: 'start' | 'end'; most?: number } = {},
  ): boolean {
    return this.#edit(key, { kind: 'add', item, at, ...(most !== undefined && { most }) });
  }

  /** Takes `item` from a list, as `addTo` puts it there. False where it was not there. */
  takeFrom<Key extends KeysOf<Values, readonly unknown[]>>(key: Key, item: ItemOf<Values[Key]>): boolean {
    return this.#edit(key, { kind: 'take', item });
  }

  #edit(key: string, edit: ListEdit): boolean {
    this.assertWritable();
    const before = listIn(this.#read().get(key));
    const after = edited(before, edit);
    if (after === before) return false;
    this.tracked.putMerged(key, after, (earlier) => ({
      edits: [...(earlier && 'edits' in earlier ? earlier.edits : []), edit],
    }));
    this.write();
    return true;
  }

  /** Removes a value. True if there was one. */
  delete(key: keyof Values & string): boolean {
    this.assertWritable();
    if (!this.#read().has(key)) return false;
    this.write();
    this.tracked.put(key, undefined);
    return true;
  }

  /** Removes and returns a value; without a fallback a missing one throws `SessionKeyError`. */
  pop<Key extends keyof Values & string>(key: Key, ...fallback: [Values[Key]?]): Values[Key] | undefined {
    this.assertWritable();
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
    return this.tracked.values.size === 0;
  }

  /** Drops all values and keeps the session. */
  clear(): void {
    this.write();
    this.tracked.clear();
  }
}
