import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { getTableName, is, Table } from 'drizzle-orm';
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import pg from 'pg';

// Loaded with --import, before anything reads a setting: a developer's own library is never touched by a test.
const dialect = process.env.TEST_DIALECT || 'sqlite';
if (dialect !== 'sqlite' && dialect !== 'postgresql') {
  throw new Error(`TEST_DIALECT holds “${dialect}”; it may hold sqlite or postgresql.`);
}

const server = dialect === 'postgresql' ? process.env.TEST_DATABASE_URL : undefined;
const serverDatabase = `library_test_${process.pid}_${randomBytes(4).toString('hex')}`;

/** A file, a PostgreSQL server (`TEST_DATABASE_URL`) or PGlite, a PostgreSQL of one connection in this process. */
export const engine = server ? 'server' : dialect === 'postgresql' ? 'embedded' : 'sqlite';

/** A folder of this process alone, gone when it ends. */
export const temporaryFolder = mkdtempSync(join(tmpdir(), 'local-library-test-'));
process.on('exit', () => rmSync(temporaryFolder, { recursive: true, force: true }));

for (const name of [
  'PORT',
  'HOST',
  'BASE_URL',
  'TRUSTED_PROXIES',
  'API_RATE_LIMIT',
  'DEMO',
  'NODE_ENV',
  'SESSION_ENGINE',
])
  delete process.env[name];
process.env.TIME_ZONE = 'UTC';
process.env.LOG_LEVEL ||= 'silent';
process.env.DATA_DIR = join(temporaryFolder, 'data');
process.env.SESSION_PASSWORD = JSON.stringify({
  1: 'Call me Ishmael. Some years ago, never mind how long',
  2: 'It was the best of times, it was the worst of times',
});
process.env.DATABASE_URL = databaseUrl(0);

function databaseUrl(number: number): string {
  if (!server) return dialect === 'sqlite' ? `file:${temporaryFolder}/library-${number}.db` : 'pglite:';
  return Object.assign(new URL(server), { pathname: `/${serverDatabase}` }).href;
}

/** When every test takes place. */
export const testNow = new Date('2026-03-02T09:30:00.000Z');
export const testDay = '2026-03-02';

/** For a file of tests that share one database: migrated before the first, gone after the last. */
export function freshDatabase(): void {
  before(async () => {
    const { migrate } = await import('#db/migrate');
    await emptyDatabase();
    await migrate({ now: testNow });
  });
  after(dropDatabase);
}

/** For a file whose tests each begin with a database without any table. */
export function unmigratedDatabases(): void {
  beforeEach(emptyDatabase);
  after(dropDatabase);
}

let databases = 0;
/** A file of tests may have several databases, one after the other. */
let isOnServer = false;

async function emptyDatabase(): Promise<void> {
  const { closeConnections } = await import('#db/connections');
  databases++;
  if (dialect === 'sqlite') await closeConnections();
  process.env.DATABASE_URL = databaseUrl(databases);
  if (server && !isOnServer) await onServer(`create database ${serverDatabase}`);
  isOnServer = true;
  if (dialect === 'postgresql') await execute('drop schema if exists public cascade; create schema public');
}

async function dropDatabase(): Promise<void> {
  const { closeConnections } = await import('#db/connections');
  await closeConnections();
  isOnServer = false;
  if (server) await onServer(`drop database if exists ${serverDatabase} with (force)`);
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Runs SQL statements outside any transaction of ours. */
export async function execute(statements: string): Promise<void> {
  const { openConnections } = await import('#db/connections');
  const open = await openConnections();
  if (open.kind === 'sqlite') open.writer.exec(statements);
  if (open.kind === 'server') await open.pool.query(statements);
  if (open.kind === 'embedded') await open.lite.exec(statements);
}

export type Row = Record<string, unknown>;

/** What SQL answers, without Drizzle and the schema that it knows. */
export async function query(sql: string): Promise<Row[]> {
  const { openConnections } = await import('#db/connections');
  const open = await openConnections();
  if (open.kind === 'sqlite') return open.reader.prepare<[], Row>(sql).all();
  const { rows } = await (open.kind === 'server' ? open.pool.query<Row>(sql) : open.lite.query<Row>(sql));
  return rows;
}

/** Deletes every row but those that migrations wrote. */
export async function emptyTables(): Promise<void> {
  const { recordCounts, ...schema } = await import('#db/schema/index');
  const { transaction } = await import('#db/client');
  const tables = Object.values<unknown>(schema).filter((part): part is SQLiteTable => is(part, Table));
  await transaction(async (tx) => {
    for (const table of referencingFirst(tables)) await tx.delete(table);
  });
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

type Ending = { code: number; stdout: string; stderr: string };

/** Runs an ES module in a process of its own, with other settings than ours. */
export function runApart(module: string, settings: Record<string, string> = {}): Promise<Ending> {
  const env = { ...process.env, ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '-e', module], { env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
      resolve({ code, stdout: stdout.trim(), stderr: stderr.trim() });
    });
  });
}
