import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { temporaryFolder } from '#db/testing/environment';

const dialect = process.env.TEST_DIALECT || 'sqlite';
if (dialect !== 'sqlite' && dialect !== 'postgresql') {
  throw new Error(`TEST_DIALECT holds “${dialect}”; it may hold sqlite or postgresql.`);
}

const server = dialect === 'postgresql' ? process.env.TEST_DATABASE_URL : undefined;

/** A file, a PostgreSQL server (`TEST_DATABASE_URL`) or PGlite, a PostgreSQL of one connection in this process. */
export const engine = server ? 'server' : dialect === 'postgresql' ? 'embedded' : 'sqlite';

const name = `library_test_${process.pid}_${randomBytes(4).toString('hex')}`;
/** A file of tests may have several databases, one after the other. */
let databases = 0;

const databaseName = () => `${name}_${databases}`;
const databaseFile = () => join(temporaryFolder, `library-${databases}.db`);

function databaseUrl(): string {
  if (engine === 'sqlite') return `file:${databaseFile()}`;
  return server ? Object.assign(new URL(server), { pathname: `/${databaseName()}` }).href : 'pglite:';
}

process.env.DATABASE_URL = databaseUrl();

/** Opens a database that is empty or begins as a copy of `template`; the one before it is gone. */
export async function openDatabase(template?: string): Promise<void> {
  const { openConnections } = await import('#db/connections');
  await dropDatabase();
  databases++;
  process.env.DATABASE_URL = databaseUrl();
  if (engine === 'sqlite' && template) await copyFile(template, databaseFile());
  if (engine === 'server')
    await onServer(`create database ${databaseName()} template ${template ?? 'template1'}`);
  const dump = engine === 'embedded' && template ? await openAsBlob(template) : undefined;
  const open = await openConnections(dump);
  // Nobody needs these data after a crash.
  if (open.kind === 'sqlite') open.writer.pragma('synchronous = OFF');
}

export async function dropDatabase(): Promise<void> {
  const { closeConnections } = await import('#db/connections');
  await closeConnections();
  if (engine === 'server') await onServer(`drop database if exists ${databaseName()} with (force)`);
}

/** Closes the database and keeps it as it is. Returns what `openDatabase` copies, in any process. */
export async function keepAsTemplate(): Promise<string> {
  const { openConnections, closeConnections } = await import('#db/connections');
  const open = await openConnections();
  const file = open.kind === 'embedded' ? join(temporaryFolder, 'template.tar') : databaseFile();
  if (open.kind === 'embedded') {
    const dump = await open.lite.dumpDataDir('none');
    await writeFile(file, dump.stream());
  }
  await closeConnections();
  return engine === 'server' ? databaseName() : file;
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
