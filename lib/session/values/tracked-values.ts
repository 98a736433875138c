import type { z } from 'zod';
import { SessionValueError } from '#lib/session/session-errors';
import { parseValue, schemaOf, textOf, whyNotKept } from '#lib/session/values/kept-as';
import type { Merge, SessionChanges } from '#lib/session/values/merge';
import { readOnly } from '#lib/session/values/read-only';

type Fields = Record<string, unknown>;

type Options = {
  /** Keys that a stored session may have under the name of an earlier version: old → new. */
  renamed: Record<string, string>;
  /** Values may not be changed inside either. */
  frozen: boolean;
};

/** The values of a session beside what was loaded, so that what differs is known without a flag. */
export class TrackedValues {
  readonly values = new Map<string, unknown>();
  readonly #loaded = new Map<string, string>();
  /** What only merges made of a value, and the value they made. */
  readonly #merges = new Map<string, { merge: Merge; result: string | undefined }>();
  /** Keys of stored values that do not fit: nothing can be added to those. */
  readonly #unfit = new Set<string>();
  /** Values as they were when the session was called unmodified. */
  #dismissed: ReadonlyMap<string, string | undefined> | undefined;
  readonly #shape: z.ZodObject;
  readonly #options: Options;

  constructor(shape: z.ZodObject, options: Options) {
    this.#shape = shape;
    this.#options = options;
  }

  load(stored: Fields): void {
    for (const [key, schema] of Object.entries(this.#shape.shape)) {
      if (!Object.hasOwn(stored, key)) continue;
      const parsed = (schema as z.ZodType).safeParse(stored[key]);
      if (!parsed.success) {
        this.#unfit.add(key);
        continue;
      }
      this.#loaded.set(key, JSON.stringify(parsed.data));
      this.values.set(key, this.#options.frozen ? readOnly(parsed.data) : parsed.data);
    }
    this.#loadRenamed(stored);
  }

  /** Read under the new name, and a change: the next save writes it there and removes the old one. */
  #loadRenamed(stored: Fields): void {
    for (const [old, key] of Object.entries(this.#options.renamed)) {
      if (!Object.hasOwn(stored, old)) continue;
      this.#loaded.set(old, JSON.stringify(stored[old]));
      const parsed = schemaOf(this.#shape, key).safeParse(stored[old]);
      if (parsed.success && !Object.hasOwn(stored, key)) this.values.set(key, parsed.data);
    }
  }

  reload(stored: Fields): void {
    for (const held of [this.values, this.#loaded, this.#merges, this.#unfit]) held.clear();
    this.#dismissed = undefined;
    this.load(stored);
  }

  /** Forgets also what was loaded: what is written from now on is all there is. */
  forget(): void {
    this.clear();
    this.#loaded.clear();
  }

  clear(): void {
    this.values.clear();
    this.#merges.clear();
  }

  parse(key: string, value: unknown): unknown {
    return parseValue(this.#shape, key, value);
  }

  fits(key: string, value: unknown): boolean {
    return whyNotKept(schemaOf(this.#shape, key), value) === undefined;
  }

  /** Stores what `parse` returned; undefined removes. */
  put(key: string, value: unknown): void {
    this.#merges.delete(key);
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }

  /** Stores what `merge`, and earlier merges, make of what was loaded; otherwise `value` is stored as it is. */
  putMerged(key: string, value: unknown, merge: (earlier: Merge | undefined) => Merge): void {
    const parsed = this.parse(key, value);
    const earlier = this.#merges.get(key);
    const untouched = textOf(this.values.get(key)) === (earlier?.result ?? this.#loaded.get(key));
    const mergeable = untouched && !this.#unfit.has(key) && textOf(parsed) === textOf(value);
    this.put(key, parsed);
    if (mergeable) this.#merges.set(key, { merge: merge(earlier?.merge), result: textOf(parsed) });
  }

  changedKeys(): string[] {
    const keys = new Set([...this.#loaded.keys(), ...this.values.keys()]);
    return [...keys].filter((key) => this.#loaded.get(key) !== textOf(this.values.get(key)));
  }

  /** What changed so far is no reason to save. */
  dismissChanges(): void {
    this.#dismissed = new Map(this.changedKeys().map((key) => [key, textOf(this.values.get(key))]));
  }

  get hasChanged(): boolean {
    const dismissed = this.#dismissed;
    const changed = this.changedKeys();
    if (!dismissed) return changed.length > 0;
    const isNew = (key: string) => !dismissed.has(key) || dismissed.get(key) !== textOf(this.values.get(key));
    return changed.some(isNew) || [...dismissed.keys()].some((key) => !changed.includes(key));
  }

  /** Takes back changes inside values that cannot be kept, and returns the error that names them. */
  refuse(): SessionValueError | undefined {
    const refused: Record<string, string> = {};
    for (const key of this.changedKeys()) {
      if (!this.values.has(key)) continue;
      const reason = whyNotKept(schemaOf(this.#shape, key), this.values.get(key));
      if (reason === undefined) continue;
      refused[key] = reason;
      this.#takeBack(key);
    }
    return Object.keys(refused).length > 0 ? new SessionValueError(refused) : undefined;
  }

  /** To what was loaded, and what merges made of it. */
  #takeBack(key: string): void {
    const merged = this.#merges.get(key);
    const before = merged ? merged.result : this.#loaded.get(key);
    if (before === undefined) this.values.delete(key);
    else this.values.set(key, schemaOf(this.#shape, key).parse(JSON.parse(before)));
  }

  changes(): Pick<SessionChanges, 'set' | 'deleted' | 'increments' | 'edits'> {
    const changed = this.changedKeys();
    const merges = new Map(changed.flatMap((key) => this.#mergeOf(key)));
    const set = changed.filter((key) => this.values.has(key) && !merges.has(key));
    const increments = [...merges].flatMap(([key, merge]) => ('by' in merge ? [[key, merge.by]] : []));
    const edits = [...merges].flatMap(([key, merge]) => ('edits' in merge ? [[key, merge.edits]] : []));
    return {
      set: Object.fromEntries(set.map((key) => [key, this.values.get(key)])),
      deleted: changed.filter((key) => !this.values.has(key)),
      increments: Object.fromEntries(increments),
      ...(edits.length > 0 && { edits: Object.fromEntries(edits) }),
    };
  }

  /** What only merges made of a value, as long as nothing was changed inside it besides. */
  #mergeOf(key: string): [string, Merge][] {
    const merged = this.#merges.get(key);
    return merged && merged.result === textOf(this.values.get(key)) ? [[key, merged.merge]] : [];
  }
}
