import { asc, Column, desc, is, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { KeyKind, KeyValue } from '#lib/lists/cursor';

type Key = { by: SQLiteColumn | SQL; kind: KeyKind };

/**
 * An order in which every record has one place: keys, the most important first and an id last, that all rise or all
 * fall. So a place is one comparison of rows, which an index over the same keys answers.
 */
export type SortOrder = { name: string; keys: readonly [Key, ...Key[]]; direction: 'asc' | 'desc' };

export type Side = 'after' | 'before';

const isAbove = ({ direction }: SortOrder, side: Side) => (direction === 'asc') === (side === 'after');

/** The records on one side of a place. */
export function pastPlace(sortOrder: SortOrder, side: Side, values: readonly KeyValue[]): SQL {
  const bound = values.map((value, i) => boundValue(sortOrder.keys[i], value));
  const row = sql.join(
    sortOrder.keys.map(({ by }) => sql`${by}`),
    sql`, `,
  );
  const place = sql.join(bound, sql`, `);
  const rows = isAbove(sortOrder, side) ? sql`(${row}) > (${place})` : sql`(${row}) < (${place})`;
  const [{ by }] = sortOrder.keys;
  if (is(by, Column)) return rows;
  // SQLite finds a comparison of rows in an index of columns only; for an expression it wants the first key alone.
  return isAbove(sortOrder, side)
    ? sql`${by} >= ${bound[0]} and ${rows}`
    : sql`${by} <= ${bound[0]} and ${rows}`;
}

function boundValue(key: Key | undefined, value: KeyValue): SQL {
  const driven = key?.kind === 'instant' ? new Date(value) : value;
  return key && is(key.by, Column) ? sql`${sql.param(driven, key.by)}` : sql`${driven}`;
}

/** The terms of ORDER BY, as the list goes or from its end backwards. */
export const sorted = (sortOrder: SortOrder, side: Side): SQL[] =>
  sortOrder.keys.map(({ by }) => (isAbove(sortOrder, side) ? asc(by) : desc(by)));

/** The same, where the keys are those of a subquery: see `namedKeys`. */
export const sortedByName = (sortOrder: SortOrder, side: Side): SQL[] =>
  sortOrder.keys.map((_, i) => (isAbove(sortOrder, side) ? asc(keyName(i)) : desc(keyName(i))));

/** What kind of values stand in a place. */
export const kindsOf = ({ keys }: SortOrder): KeyKind[] => keys.map(({ kind }) => kind);

/** What a row of keys holds, as plain values. */
export const keyValues = ({ keys }: SortOrder, row: Record<string, unknown>): KeyValue[] =>
  keys.map(({ kind }, i) => plain(kind, row[`key${i}`]));

function plain(kind: KeyKind, value: unknown): KeyValue {
  if (kind === 'text') return String(value);
  return value instanceof Date ? value.getTime() : Number(value);
}

export const keyColumns = ({ keys }: SortOrder) =>
  Object.fromEntries(keys.map(({ by }, i) => [`key${i}`, is(by, Column) ? by : sql`${by}`]));

const keyName = (i: number) => sql.raw(`key${i}`);

/** The keys, as a subquery selects them by name. */
export const namedKeys = ({ keys }: SortOrder): SQL =>
  sql.join(
    keys.map(({ by }, i) => sql`${by} as ${keyName(i)}`),
    sql`, `,
  );

/** The columns of such a subquery, to be read like those that they come from. */
export const columnsByName = ({ keys }: SortOrder) =>
  Object.fromEntries(
    keys.map(({ by }, i) => [`key${i}`, is(by, Column) ? keyName(i).mapWith(by) : keyName(i)]),
  );
