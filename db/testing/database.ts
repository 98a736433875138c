import { after, before, beforeEach } from 'node:test';
import { getTableName, is, sql, Table } from 'drizzle-orm';
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { dropDatabase, engine, execute, openDatabase } from '#db/testing/engine';
import { testNow } from '#db/testing/environment';

// A file that imports this, or a helper that does, runs in every dialect: see scripts/steps/test-files.mjs.

export { engine, execute, query, type Row } from '#db/testing/engine';
export { runApart, temporaryFolder, testDay, testNow } from '#db/testing/environment';

/** For a file of tests that share one database: migrated before the first, gone after the last. */
export function freshDatabase(): void {
  before(async () => {
    const template = process.env.TEST_TEMPLATE;
    await openDatabase(template);
    if (!template) await migrateNow();
  });
  after(dropDatabase);
}

async function migrateNow(): Promise<void> {
  const { migrate } = await import('#db/migrate');
  await migrate({ now: testNow });
}

/** For a file whose tests each begin with a database without any table. */
export function unmigratedDatabases(): void {
  beforeEach(async () => {
    if (engine !== 'embedded') return openDatabase();
    await execute('drop schema if exists public cascade; create schema public');
  });
  after(dropDatabase);
}

/** Deletes every row but those that migrations wrote. */
export async function emptyTables(): Promise<void> {
  const { transaction } = await import('#db/client');
  emptyable ??= await tablesToEmpty();
  const { tables, filled } = emptyable;
  await transaction(async (tx) => {
    const names = (await tx.select({ name: sql<string>`name` }).from(filled)).map(({ name }) => name);
    for (const table of tables) if (names.includes(getTableName(table))) await tx.delete(table);
  });
}

let emptyable: Awaited<ReturnType<typeof tablesToEmpty>> | undefined;

/** A delete is slow to prepare where a table has triggers, and most tables are empty: `filled` are those that are not. */
async function tablesToEmpty() {
  const { recordCounts, ...schema } = await import('#db/schema/index');
  const tables = Object.values<unknown>(schema).filter((part): part is SQLiteTable => is(part, Table));
  const name = (table: SQLiteTable) =>
    sql`select ${sql.raw(`'${getTableName(table)}'`)} as name where exists (select 1 from ${table})`;
  const filled = sql`(${sql.join(tables.map(name), sql` union all `)}) as filled`;
  return { tables: referencingFirst(tables), filled };
}

function referencingFirst(tables: SQLiteTable[]): SQLiteTable[] {
  const ordered: SQLiteTable[] = [];
  const visit = (table: SQLiteTable) => {
    if (ordered.includes(table)) return;
    for (const other of tables) if (references(other, table)) visit(other);
    ordered.push(table);
  };
  tables.forEach(visit);
  return ordered;
}

function references(from: SQLiteTable, to: SQLiteTable): boolean {
  if (from === to) return false;
  const { foreignKeys } = is(from, SQLiteTable) ? sqliteConfig(from) : postgresConfig(from as never);
  return foreignKeys.some((key) => getTableName(key.reference().foreignTable) === getTableName(to));
}
