import type { SessionRecord } from '#lib/session/record';
import { edited, type ListEdit } from '#lib/session/values/list-edits';

/** A change that says what to do rather than what is then there, so that requests at once lose nothing. */
export type Merge = { by: number } | { edits: readonly ListEdit[] };

/** What of a session changed: values that are new, keys that are gone, additions to numbers and to lists, terms. */
export type SessionChanges = {
  set: Record<string, unknown>;
  deleted: string[];
  increments: Record<string, number>;
  edits?: Record<string, readonly ListEdit[]>;
  /** Only where it was changed; null for the default again. */
  expiry?: SessionRecord['expiry'] | null;
  /** Only where it was changed. */
  probe?: boolean;
};

/** Whether a value may be kept under a key. */
export type Fits = (key: string, value: unknown) => boolean;

/**
 * What `changes` make of a session. An addition to a value that is not as it was, and would not fit any more (a list
 * that another request filled meanwhile), is left out.
 */
export function merge(
  before: SessionRecord,
  changes: SessionChanges,
  fits: Fits = () => true,
): SessionRecord {
  return { values: mergeValues(before.values, changes, fits), ...mergeTerms(before, changes) };
}

type Terms = Omit<SessionRecord, 'values'>;

/** What they make of how it expires, and of whether it asks if cookies are kept. */
function mergeTerms(before: Terms, changes: SessionChanges): Terms {
  const expiry = changes.expiry === undefined ? before.expiry : changes.expiry;
  const probe = changes.probe ?? before.probe;
  return { ...(expiry && { expiry }), ...(probe && { probe: true }) };
}

function mergeValues(
  before: Record<string, unknown>,
  { set, deleted, increments, edits = {} }: SessionChanges,
  fits: Fits,
): Record<string, unknown> {
  const values = new Map(Object.entries({ ...before, ...set }));
  for (const key of deleted) values.delete(key);
  const put = (key: string, value: unknown) => {
    if (fits(key, value)) values.set(key, value);
  };
  for (const [key, by] of Object.entries(increments)) put(key, numberIn(values.get(key)) + by);
  for (const [key, ofKey] of Object.entries(edits))
    for (const edit of ofKey) put(key, edited(listIn(values.get(key)), edit));
  return Object.fromEntries(values);
}

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
