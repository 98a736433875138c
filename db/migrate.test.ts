import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { is, sql, Table } from 'drizzle-orm';
import pg from 'pg';
import { db, transaction } from '#db/client';
import { dialect } from '#db/columns';
import { currentLocation } from '#db/location';
import { migrate } from '#db/migrate';
import * as schema from '#db/schema/index';
import {
  engine,
  execute,
  runApart,
  temporaryFolder,
  testNow,
  unmigratedDatabases,
} from '#db/testing/database';
import { insertBook } from '#db/testing/records';

unmigratedDatabases();

const ours = `db/migrations/${dialect}`;
const all = readJournal(ours).entries.length;

function readJournal(folder: string): { entries: { tag: string; when: number }[] } {
  return JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
}

/** A folder of migrations with these statements, one migration each. */
function folderOf(...migrations: string[]): string {
  const folder = mkdtempSync(join(temporaryFolder, 'migrations-'));
  mkdirSync(join(folder, 'meta'));
  const entries = migrations.map((statements, idx) => {
    const tag = `000${idx}_step`;
    writeFileSync(join(folder, `${tag}.sql`), statements);
    return { idx, tag, when: 1_700_000_000_000 + idx, version: '7', breakpoints: true };
  });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect, entries }));
  return folder;
}

const shelves = folderOf('create table shelves (name text not null)');
const shelvesAndRooms = folderOf(
  'create table shelves (name text not null)',
  'create table rooms (name text not null)',
);

const catalog = dialect === 'postgresql' ? 'pg_tables' : 'sqlite_master';

async function tableNames(): Promise<string[]> {
  const name = dialect === 'postgresql' ? sql<string>`tablename` : sql<string>`name`;
  const own =
    dialect === 'postgresql' ? sql`schemaname = 'public'` : sql`type = 'table' and name not like 'sqlite_%'`;
  const rows = await db.select({ name }).from(sql.raw(catalog)).where(own).orderBy(name);
  return rows.map((row) => row.name);
}

const applied = () => db.select({ at: sql<number>`created_at` }).from(sql`applied_migrations`);

test('an empty database comes to the newest schema; a second time there is nothing to do', async () => {
  assert.deepEqual(await migrate({ now: testNow }), { ok: true, applied: all, copiedTo: undefined });
  assert.deepEqual(await migrate({ now: testNow }), { ok: true, applied: 0, copiedTo: undefined });
});

test('every table and column of the schema is in the database', async () => {
  await migrate({ now: testNow });
  const tables = Object.values<unknown>(schema).filter((part) => is(part, Table));
  assert.ok(tables.length >= 10);
  for (const table of tables) await db.select().from(table as typeof schema.books);
});

test('a database of a newer version is refused and stays as it was', async () => {
  await migrate({ folder: shelvesAndRooms, now: testNow });
  const before = await applied();
  assert.deepEqual(await migrate({ folder: shelves, now: testNow }), {
    ok: false,
    reason: 'database-is-newer',
  });
  assert.deepEqual(await tableNames(), ['applied_migrations', 'rooms', 'shelves']);
  assert.deepEqual(await applied(), before);
});

test('a migration that fails leaves nothing behind, neither itself nor those before it', async () => {
  const folder = folderOf(
    'create table shelves (name text not null)',
    `create table rooms (name text not null);\n--> statement-breakpoint\ninsert into gardens values ('rose')`,
  );
  await assert.rejects(migrate({ folder, now: testNow }));
  assert.deepEqual(await tableNames(), []);
});

test('after a failure the database works on, with what it had', async () => {
  await migrate({ folder: shelves, now: testNow });
  await execute(`insert into shelves values ('Poetry')`);
  const broken = folderOf('create table shelves (name text)', 'drop table shelves', 'nonsense');
  await assert.rejects(migrate({ folder: broken, now: testNow }));
  const names = await db.select({ name: sql`name` }).from(sql`shelves`);
  assert.deepEqual(names, [{ name: 'Poetry' }]);
});

/** Our migrations up to one of them. */
function oursBefore(tag: string): string {
  const folder = mkdtempSync(join(temporaryFolder, 'migrations-'));
  cpSync(ours, folder, { recursive: true });
  const { entries } = readJournal(ours);
  const earlier = entries.filter((_, nth) => nth < entries.findIndex((entry) => entry.tag === tag));
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ entries: earlier }));
  return folder;
}

test('a library that is there already gets its numbers of books', async () => {
  await migrate({ folder: oursBefore('0009_book_counts'), now: testNow });
  const added = dialect === 'postgresql' ? `'2026-03-02'` : testNow.getTime();
  await execute(`
    insert into languages (code) values ('en'), ('es');
    insert into authors (id, name, sort_name, sort_key, variants) values
      (1, 'Jane Austen', 'Austen, Jane', 'austen', '[]'), (2, 'Lord Byron', 'Byron', 'byron', '[]');
    insert into genres (id, name, sort_key) values (1, 'Satire', 'satire'), (2, 'Poetry', 'poetry');
    insert into books (id, title, sort_key, other_titles, language, added_at) values
      (1, 'Emma', 'emma', '[]', 'en', ${added}), (2, 'Persuasion', 'persuasion', '[]', 'en', ${added});
    insert into contributors (book_id, position, author_id, role) values
      (1, 0, 1, 'author'), (1, 1, 1, 'editor'), (2, 0, 1, 'author');
    insert into book_genres (book_id, genre_id) values (1, 1), (2, 1);`);
  await migrate({ now: testNow });
  const { authors, genres, languages } = schema;
  const counts = async (table: typeof authors | typeof genres | typeof languages) => {
    const rows = await db.select({ books: table.bookCount }).from(table).orderBy(sql`1 desc`);
    return rows.map(({ books }) => books);
  };
  assert.deepEqual(
    [await counts(authors), await counts(genres), await counts(languages)],
    [
      [2, 0],
      [2, 0],
      [2, 0],
    ],
  );
});

const onSqlite = engine !== 'sqlite' && 'SQLite only';

function fileOf(): string {
  const location = currentLocation();
  assert.ok(location.dialect === 'sqlite');
  return location.file;
}

test('an older SQLite database is copied aside before anything changes', { skip: onSqlite }, async () => {
  await migrate({ folder: shelves, now: testNow });
  await execute(`insert into shelves values ('Poesía'), ('日本文学')`);
  const outcome = await migrate({ folder: shelvesAndRooms, now: testNow });
  assert.ok(outcome.ok && outcome.copiedTo);
  assert.equal(outcome.applied, 1);
  assert.equal(dirname(outcome.copiedTo), join(dirname(fileOf()), 'backups'));
  assert.match(outcome.copiedTo, /library-\d+-before-migration-2026-03-02T09-30-00-000Z\.db$/);
  const copy = new Sqlite(outcome.copiedTo, { readonly: true });
  assert.deepEqual(copy.prepare('select name from shelves').pluck().all(), ['Poesía', '日本文学']);
  assert.equal(copy.prepare(`select count(*) from sqlite_master where name = 'rooms'`).pluck().get(), 0);
  assert.equal(copy.pragma('integrity_check', { simple: true }), 'ok');
  copy.close();
});

test('the copy is for its owner only, and where it cannot be made nothing is changed', {
  skip: onSqlite,
}, async () => {
  await migrate({ folder: shelves, now: testNow });
  const later = new Date(testNow.getTime() + 1000);
  const backups = join(dirname(fileOf()), 'backups');
  const outcome = await migrate({ folder: shelvesAndRooms, now: later });
  assert.ok(outcome.ok && outcome.copiedTo);
  assert.equal(statSync(outcome.copiedTo).mode & 0o777, 0o600);
  assert.deepEqual(
    readdirSync(backups).filter((name) => name.endsWith('.partial')),
    [],
  );
  const before = readdirSync(backups);
  await execute(
    'delete from applied_migrations where created_at = (select max(created_at) from applied_migrations)',
  );
  mkdirSync(
    outcome.copiedTo.replace(
      /[^/]*$/,
      `${basename(fileOf(), '.db')}-before-migration-2026-03-02T09-30-02-000Z.db`,
    ),
  );
  await assert.rejects(migrate({ folder: shelvesAndRooms, now: new Date(later.getTime() + 1000) }));
  assert.equal((await applied()).length, 1);
  assert.equal(readdirSync(backups).length, before.length + 1);
});

test('a new database, and one that is up to date, is not copied', { skip: onSqlite }, async () => {
  const outcomes = [
    await migrate({ folder: shelves, now: testNow }),
    await migrate({ folder: shelves, now: testNow }),
  ];
  assert.deepEqual(
    outcomes.map((outcome) => outcome.ok && outcome.copiedTo),
    [undefined, undefined],
  );
});

const together = engine === 'embedded' && 'needs a PostgreSQL server: PGlite lives in one process';

/** Starts at the same moment in every process, once all of them have loaded what they need. */
const migrateApart = (start: number) => `
  import { migrate } from '#db/migrate';
  import { closeConnections } from '#db/connections';
  while (Date.now() < ${start});
  const outcome = await migrate({ now: new Date() });
  await closeConnections();
  console.log(JSON.stringify(outcome));`;

test('several processes that migrate at once apply each migration once', { skip: together }, async () => {
  const start = Date.now() + 1200;
  const endings = await Promise.all(Array.from({ length: 4 }, () => runApart(migrateApart(start))));
  const outcomes = endings.map(({ code, stdout, stderr }) => {
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as { ok: boolean; applied: number };
  });
  assert.ok(outcomes.every(({ ok }) => ok));
  assert.deepEqual(outcomes.map(({ applied }) => applied).sort(), [0, 0, 0, all]);
  assert.equal((await applied()).length, all);
  await transaction((tx) => insertBook(tx));
});

/** As a process in the middle of its migration; ends with the function it returns. */
async function migrationUnderWay(): Promise<() => Promise<unknown>> {
  const location = currentLocation();
  if (location.dialect === 'sqlite') {
    const other = new Sqlite(location.file);
    other.pragma('journal_mode = WAL');
    other.exec('BEGIN IMMEDIATE');
    return async () => other.exec('COMMIT').close();
  }
  const other = new pg.Client({ connectionString: location.url });
  await other.connect();
  await other.query('select pg_advisory_lock(7303014)');
  return () => other.end();
}

test('a process that finds a migration under way waits for it', { skip: together }, async () => {
  const end = await migrationUnderWay();
  let over = false;
  const other = runApart(migrateApart(0)).finally(() => {
    over = true;
  });
  await pause(1200);
  assert.equal(over, false);
  await end();
  const { code, stdout, stderr } = await other;
  assert.equal(code, 0, stderr);
  assert.equal(JSON.parse(stdout).applied, all);
});
