import { type Column, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { allTables, configOf } from '#db/foreign-keys';
import * as schema from '#db/schema/index';

/** A table as a dump holds it: what the database makes of other columns is made again. */
export type DumpTable = { name: string; columns: DumpColumn[]; key: string[]; identity: string | undefined };

/** `kept`: counted by triggers while rows arrive, so a dump tells it and a load leaves it out. */
export type DumpColumn = { name: string; type: DumpType; kept: boolean };

export type DumpType = 'text' | 'number' | 'boolean' | 'instant' | 'json';

/** Made of the other tables: by triggers while rows arrive, and by the index of words. */
export const derivedTables: ReadonlySet<string> = new Set(
  [
    schema.recordCounts,
    schema.searchEntries,
    schema.searchTitles,
    schema.searchWords,
    schema.searchPause,
  ].map(getTableName),
);

const keptColumns = new Set<unknown>([
  schema.authors.bookCount,
  schema.genres.bookCount,
  schema.languages.bookCount,
]);

/** Every table of the schema that holds what people wrote, each after those that it refers to. */
export function dumpTables(): DumpTable[] {
  const dumped = allTables().filter((table) => !derivedTables.has(getTableName(table)));
  const ordered: SQLiteTable[] = [];
  const visit = (table: SQLiteTable) => {
    if (ordered.includes(table)) return;
    for (const other of referred(table)) if (other !== table) visit(other);
    ordered.push(table);
  };
  dumped.forEach(visit);
  return ordered.map(dumpTable);
}

const referred = (table: SQLiteTable) =>
  configOf(table).foreignKeys.map((key) => key.reference().foreignTable as SQLiteTable);

function dumpTable(table: SQLiteTable): DumpTable {
  const { name, columns, primaryKeys } = configOf(table);
  const ownKey = columns.filter((column) => column.primary);
  const key = (primaryKeys[0]?.columns ?? ownKey).map((column) => column.name);
  const stored = columns.filter((column) => !column.generated);
  const [id] = ownKey;
  const identity = id && isIdentity(id) ? id.name : undefined;
  return {
    name,
    columns: stored.map((column) => ({
      name: column.name,
      type: typeOf(column),
      kept: keptColumns.has(column),
    })),
    key,
    identity,
  };
}

const isIdentity = (column: Column) =>
  'autoIncrement' in column ? column.autoIncrement === true : column.generatedIdentity !== undefined;

/** Throws for a kind of column that no dump has held yet: whoever adds one says here how it is written. */
function typeOf(column: Column): DumpType {
  const type = types[column.dataType];
  if (type) return type;
  throw new Error(`No dump can hold ${column.name}, which is ${column.dataType}.`);
}

const types: Partial<Record<string, DumpType>> = {
  string: 'text',
  custom: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'instant',
  json: 'json',
};
