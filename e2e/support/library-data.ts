import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';

/** E2E_DATABASE_URL names a database on a PostgreSQL server where the tests may create others; without it, SQLite. */
const base = process.env.E2E_DATABASE_URL;

/** An empty folder for one library. */
export const newDataDir = () => mkdtempSync(join(tmpdir(), 'local-library-'));

const databaseName = (dataDir: string) =>
  `e2e_${basename(dataDir)
    .replaceAll(/[^a-z0-9]/gi, '_')
    .toLowerCase()}`;

/** The address of the database that belongs to a data folder, which is created unless it exists. */
export async function databaseOf(dataDir: string): Promise<string | undefined> {
  if (!base) return undefined;
  const name = databaseName(dataDir);
  const existing = await onServer('select 1 from pg_database where datname = $1', [name]);
  if (existing.rowCount === 0) await onServer(`create database ${name}`);
  return Object.assign(new URL(base), { pathname: `/${name}` }).href;
}

/** Deletes a data folder and the database that belongs to it. */
export async function forget(dataDir: string): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true });
  if (base) await onServer(`drop database if exists ${databaseName(dataDir)} with (force)`);
}

async function onServer(statement: string, values: string[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  try {
    return await client.query(statement, values);
  } finally {
    await client.end();
  }
}
