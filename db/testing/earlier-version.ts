import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { closeConnections } from '#db/connections';
import { currentLocation } from '#db/location';
import { execute, query, type Row } from '#db/testing/database';

const read = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

/** Puts the library of an earlier version where the empty database of this test is; see fixtures/README.md. */
export async function restoreEarlierVersion(version: string): Promise<void> {
  const location = currentLocation();
  if (location.dialect === 'sqlite') {
    // An open connection knows the tables of the file that it opened.
    await closeConnections();
    writeFileSync(location.file, gunzipSync(read(`${version}.db.gz`)));
  } else await execute(restorable(readDump(version)));
}

function readDump(version: string): string {
  const plain = `${version}.postgresql.sql`;
  return names().includes(plain) ? read(plain).toString() : gunzipSync(read(`${plain}.gz`)).toString();
}

const names = () => readdirSync(new URL('./fixtures', import.meta.url));

/** Every library that is kept, by the name of its files. */
export const earlierVersions = () =>
  names()
    .filter((name) => name.endsWith('.db.gz'))
    .map((name) => name.replace('.db.gz', ''));

/** Without what only psql understands, and with the settings of the connection as they were before. */
const restorable = (dump: string) => `${dump.replaceAll(/^\\.*$/gm, '')}\nRESET ALL;`;

/** Every row of these tables as the driver reads it, in an order that depends on nothing but the rows. */
export async function rowsOf(tables: string[]): Promise<Record<string, Row[]>> {
  const entries = [];
  for (const table of tables) entries.push([table, (await query(`select * from ${table}`)).sort(byContent)]);
  return Object.fromEntries(entries);
}

const byContent = (one: Row, other: Row) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

/** The tables that hold records, without those that SQLite's full-text index keeps for itself. */
export async function tableNames(): Promise<string[]> {
  const rows = await query(
    currentLocation().dialect === 'sqlite'
      ? `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
         and name not like 'search_index%' and name not like 'search_authors%'`
      : `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  return rows.map(({ name }) => String(name)).sort();
}
