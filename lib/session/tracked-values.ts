import type { z } from 'zod';

type Fields = Record<string, unknown>;

type Options = {
  /** Keys that a stored session may have under the name of an earlier version: old → new. */
  renamed: Record<string, string>;
  /** Values may not be changed inside either. */
  frozen: boolean;
};

export type ValueChanges = {
  set: Record<string, unknown>;
  deleted: string[];
  increments: Record<string, number>;
};

const frozen = (value: unknown): unknown => {
  if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

/** The values of a session beside what was loaded, so that what differs is known without a flag. */
export class TrackedValues {
  readonly values = new Map<string, unknown>();
  readonly increments = new Map<string, number>();
  readonly loaded = new Map<string, string>();
  /** Keys of stored values that do not fit: nothing can be added to those. */
  readonly #unfit = new Set<string>();
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
      this.loaded.set(key, JSON.stringify(parsed.data));
      this.values.set(key, this.#options.frozen ? frozen(parsed.data) : parsed.data);
    }
    this.#loadRenamed(stored);
  }

  /** Read under the new name, and a change: the next save writes it there and removes the old one. */
  #loadRenamed(stored: Fields): void {
    for (const [old, key] of Object.entries(this.#options.renamed)) {
      if (!Object.hasOwn(stored, old)) continue;
      this.loaded.set(old, JSON.stringify(stored[old]));
      const parsed = (this.#shape.shape[key] as z.ZodType).safeParse(stored[old]);
      if (parsed.success && !Object.hasOwn(stored, key)) this.values.set(key, parsed.data);
    }
  }

  reload(stored: Fields): void {
    for (const held of [this.values, this.loaded, this.increments, this.#unfit]) held.clear();
    this.load(stored);
  }

  parse(key: string, value: unknown): unknown {
    return (this.#shape.shape[key] as z.ZodType).parse(value);
  }

  /** What was only added to a number so far; undefined where it was set, or does not fit. */
  addedTo(key: string): number | undefined {
    const asLoaded = JSON.stringify(this.values.get(key)) === this.loaded.get(key) && !this.#unfit.has(key);
    return this.increments.get(key) ?? (asLoaded ? 0 : undefined);
  }

  changedKeys(): string[] {
    const keys = new Set([...this.loaded.keys(), ...this.values.keys()]);
    return [...keys].filter((key) => this.loaded.get(key) !== JSON.stringify(this.values.get(key)));
  }

  changes(): ValueChanges {
    const changed = this.changedKeys();
    const added = [...this.increments.keys()].filter((key) => changed.includes(key));
    const stored = changed.filter((key) => this.values.has(key) && !added.includes(key));
    return {
      set: Object.fromEntries(stored.map((key) => [key, this.values.get(key)])),
      deleted: changed.filter((key) => !this.values.has(key)),
      increments: Object.fromEntries(added.map((key) => [key, this.increments.get(key) ?? 0])),
    };
  }
}
