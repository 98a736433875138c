import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';

// `TEST_DATABASE_URL=postgres://… node db/testing/make-fixture.ts 0013-fd8f761 [folder of migrations]`: a library of a
// schema in both engines, for the versions to come. It needs pg_dump.

const [name = '', migrations = 'db/migrations'] = process.argv.slice(2);
const fixture = (ending: string) => new URL(`./fixtures/${name}.${ending}`, import.meta.url);
const moment = '2026-11-20T10:30:00.000Z';

type Ask = (statement: string) => Promise<void>;

async function fill(dialect: 'sqlite' | 'postgresql', written: string, ask: Ask): Promise<void> {
  await ask('create table applied_migrations (created_at bigint primary key, hash text not null)');
  const applied = readMigrationFiles({ migrationsFolder: join(migrations, dialect) });
  for (const migration of applied) {
    for (const statement of migration.sql) await ask(statement);
    await ask(`insert into applied_migrations values (${migration.folderMillis}, '${migration.hash}')`);
  }
  const visits = applied.length > 10 ? 'num_visits' : 'visits';
  for (const statement of rows())
    await ask(statement.replaceAll('[moment]', written).replace('[visits]', visits)).catch(ignoreMissing);
}

const rows = () =>
  readFileSync(new URL('./fixtures/rows.sql', import.meta.url), 'utf8')
    .replaceAll(/^--.*\n/gm, '')
    .split(/;\n/)
    .filter((statement) => statement.trim());

function ignoreMissing(error: unknown): void {
  if (!/no such table|relation .* does not exist/.test(String(error))) throw error;
}

async function makeSqlite(): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'fixture-')), 'library.db');
  const database = new Sqlite(file);
  database.pragma('foreign_keys = ON');
  await fill('sqlite', String(Date.parse(moment)), async (statement) => void database.exec(statement));
  database.close();
  writeFileSync(fixture('db.gz'), gzipSync(readFileSync(file), { level: 9 }));
}

async function makePostgresql(server: string): Promise<void> {
  const database = `fixture_${process.pid}`;
  const on = async (url: string, work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await work(client).finally(() => client.end());
  };
  await on(server, (client) => client.query(`create database ${database}`));
  const url = Object.assign(new URL(server), { pathname: `/${database}` }).href;
  await on(url, async (client) => {
    await fill('postgresql', `'${moment}'`, async (statement) => void (await client.query(statement)));
    for (const table of ['authors', 'books', 'genres', 'copies', 'members', 'loans', 'holds'])
      await client.query(
        `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`,
      );
  });
  const dump = execFileSync('pg_dump', ['--no-owner', '--no-privileges', '--rows-per-insert=100', url]);
  writeFileSync(fixture('postgresql.sql.gz'), gzipSync(dump, { level: 9 }));
  await on(server, (client) => client.query(`drop database ${database}`));
}

await makeSqlite();
await makePostgresql(process.env.TEST_DATABASE_URL ?? '');
