import { sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';
import { currentDialect } from '#db/location';

export const dialect = currentDialect();

const sqlite = {
  table: lite.sqliteTable,
  view: lite.sqliteView,
  id: (name = 'id') => lite.integer(name).primaryKey({ autoIncrement: true }),
  text: (name: string) => lite.text(name),
  oneOf: <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
    lite.text(name, { enum: [...values] as [Values[number], ...Values[number][]] }),
  /** Text that is only compared and ordered, byte by byte, the same in both engines. */
  key: (name: string) => lite.text(name),
  integer: (name: string) => lite.integer(name),
  /** A moment, as a `Date`, exact to the millisecond. */
  instant: (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
  /** A calendar date as ISO text, such as `2026-03-02`. */
  date: (name: string) => lite.text(name),
  list: (name: string) => lite.text(name, { mode: 'json' }).$type<string[]>(),
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  unique: lite.unique,
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
  check: lite.check,
};

const bytewiseText = pg.customType<{ data: string }>({ dataType: () => 'text collate "C"' });

const postgresql = {
  table: pg.pgTable,
  view: pg.pgView,
  id: (name = 'id') => pg.integer(name).primaryKey().generatedByDefaultAsIdentity(),
  text: (name: string) => pg.text(name),
  oneOf: (name: string) => pg.text(name),
  key: (name: string) => bytewiseText(name),
  integer: (name: string) => pg.integer(name),
  instant: (name: string) => pg.timestamp(name, { withTimezone: true, mode: 'date', precision: 3 }),
  date: (name: string) => pg.text(name),
  list: (name: string) => pg.jsonb(name),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  unique: pg.unique,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  check: pg.check,
};

/**
 * The column kit: one spelling for both dialects. Types are those of SQLite; this is the one place where
 * the PostgreSQL builders are passed off as them.
 */
export const columns = dialect === 'postgresql' ? (postgresql as unknown as typeof sqlite) : sqlite;

/** `oneOf('ok', 'lost')` for a CHECK: the values are ours, never a person's. */
export const quoted = (values: readonly string[]) =>
  sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '));
