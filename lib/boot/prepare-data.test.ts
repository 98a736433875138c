import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { db, transaction } from '#db/client';
import { dialect } from '#db/columns';
import { closeConnections, openConnections } from '#db/connections';
import { migrate } from '#db/migrate';
import { books, librarySettings, recordCounts } from '#db/schema/index';
import { engine, execute, temporaryFolder, testNow, unmigratedDatabases } from '#db/testing/database';
import { insertBook } from '#db/testing/records';
import { planMoves } from '#lib/backup/pending-restore';
import { prepareData } from '#lib/boot/prepare-data';
import { StartupError } from '#lib/boot/startup-error';
import { parseSettings } from '#lib/env';

unmigratedDatabases();

const ownUrl = process.env.DATABASE_URL;
let folder: string;
let url: string | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(temporaryFolder, 'library-'));
  url = process.env.DATABASE_URL;
});
afterEach(() => {
  process.env.DATABASE_URL = url ?? ownUrl;
});

/** Prepares a library as a start with these settings does. Returns what the person was told. */
async function start(settings: Record<string, string> = {}): Promise<string[]> {
  const told: string[] = [];
  await prepareData(parseSettings({ DATA_DIR: folder, ...settings }), testNow, (sentence) =>
    told.push(sentence),
  );
  return told;
}

const booksNow = async () => (await db.select({ books: recordCounts.books }).from(recordCounts))[0]?.books;

test('a new library gets a password, the newest schema and the demonstration', async () => {
  assert.deepEqual(await start(), ['The demonstration library is loaded.']);
  assert.ok(((await booksNow()) ?? 0) >= 200);
  assert.equal(statSync(join(folder, 'session-password')).mode & 0o777, 0o600);
});

test('git sees nothing of a new data directory, and a folder that was in use stays as it is', async () => {
  const DATA_DIR = join(folder, 'my-library');
  await start({ DATA_DIR, DEMO: 'off' });
  assert.equal(readFileSync(join(DATA_DIR, '.gitignore'), 'utf8'), '*\n');
  writeFileSync(join(folder, 'letter.txt'), 'Dear reader');
  await start({ DATA_DIR: folder, DEMO: 'off' });
  assert.equal(existsSync(join(folder, '.gitignore')), false);
});

test('a second start changes nothing and says nothing', async () => {
  await start();
  const before = [await booksNow(), readFileSync(join(folder, 'session-password'), 'utf8')];
  assert.deepEqual(await start(), []);
  assert.deepEqual([await booksNow(), readFileSync(join(folder, 'session-password'), 'utf8')], before);
});

test('where a password is set, none is generated', async () => {
  await start({ SESSION_PASSWORD: 'Whether I shall turn out to be the hero', DEMO: 'off' });
  assert.equal(existsSync(join(folder, 'session-password')), false);
});

test('a library that began empty stays empty when the demonstration is switched on', async () => {
  assert.deepEqual(await start({ DEMO: 'off' }), []);
  assert.equal(await booksNow(), 0);
  assert.deepEqual(await start({ DEMO: 'on' }), []);
  assert.equal(await booksNow(), 0);
});

test('a demonstration that was cleared away does not come back', async () => {
  await start({ DEMO: 'off' });
  await transaction((tx) => tx.update(librarySettings).set({ value: 'demonstration' }));
  assert.deepEqual(await start(), []);
  assert.equal(await booksNow(), 0);
});

test('a library with books of its own never gets the demonstration', async () => {
  await start({ DEMO: 'off' });
  await transaction(async (tx) => {
    await tx.delete(librarySettings);
    await insertBook(tx);
  });
  assert.deepEqual(await start(), []);
  assert.equal(await booksNow(), 1);
});

test('not even once its last book is gone', async () => {
  await start({ DEMO: 'off' });
  await transaction(async (tx) => {
    await tx.delete(librarySettings);
    await insertBook(tx);
  });
  await start();
  await transaction((tx) => tx.delete(books));
  assert.deepEqual(await start(), []);
  assert.equal(await booksNow(), 0);
});

const refuses = (settings: Record<string, string>, message: RegExp) =>
  assert.rejects(start(settings), (error) => {
    assert.ok(error instanceof StartupError, String(error));
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });

test('a database of a newer version is refused, and unchanged', async () => {
  await start({ DEMO: 'off' });
  await execute(`insert into applied_migrations (created_at, hash) values (9999999999999, 'next year')`);
  await refuses({ DEMO: 'on' }, /newer version of LocalLibrary.*update the program/);
  assert.equal(await booksNow(), 0);
});

test('a data directory that cannot be written is named', async () => {
  writeFileSync(join(folder, 'file'), '');
  const DATA_DIR = join(folder, 'file/data');
  await refuses({ DATA_DIR }, /^The data directory .*file\/data cannot be written: .*DATA_DIR/);
  assert.deepEqual(readdirSync(folder), ['file']);
});

const onSqlite = { skip: engine !== 'sqlite' && 'SQLite only' };

async function databaseOf(content: string | Buffer): Promise<string> {
  await closeConnections();
  const file = join(folder, 'books.db');
  writeFileSync(file, content);
  process.env.DATABASE_URL = `file:${file}`;
  return file;
}

const modeOf = (...path: string[]) => statSync(join(...path)).mode & 0o777;

test('no other account of the machine can read a new library', onSqlite, async () => {
  await closeConnections();
  const DATA_DIR = join(folder, 'mine');
  process.env.DATABASE_URL = `file:${DATA_DIR}/library.db`;
  await start({ DATA_DIR, DEMO: 'off' });
  assert.equal(modeOf(DATA_DIR), 0o700);
  for (const name of readdirSync(DATA_DIR)) assert.equal(modeOf(DATA_DIR, name), 0o600, name);
  assert.ok(readdirSync(DATA_DIR).includes('library.db-wal'));
});

test('nor one that an earlier version left open to all', onSqlite, async () => {
  const file = await databaseOf('');
  const beside = ['session-password', 'backups/library-before.db', 'sessions/a'];
  for (const name of beside) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), 'x'.repeat(40), { mode: 0o644 });
  }
  for (const name of ['backups', 'sessions']) chmodSync(join(folder, name), 0o755);
  for (const name of [file, ...beside.map((name) => join(folder, name))]) chmodSync(name, 0o644);
  await start({ DEMO: 'off' });
  for (const name of ['books.db', 'session-password', 'backups/library-before.db'])
    assert.equal(modeOf(folder, name), 0o600, name);
  for (const name of ['backups', 'sessions']) assert.equal(modeOf(folder, name), 0o700, name);
});

test('a disk without room for a new library is told in a sentence', onSqlite, async () => {
  await migrate({ now: testNow });
  const open = await openConnections();
  assert.ok(open.kind === 'sqlite');
  open.writer.pragma(`max_page_count = ${Number(open.writer.pragma('page_count', { simple: true })) + 4}`);
  await refuses({ DEMO: 'on' }, /^No room is left for the library in .*: free some, and start it again\.$/);
  open.writer.pragma('max_page_count = 1000000');
  assert.deepEqual(await start({ DEMO: 'on' }), ['The demonstration library is loaded.']);
});

test('a restore that was interrupted is ended before the library opens', onSqlite, async () => {
  await start({ DEMO: 'off' });
  await transaction((tx) => insertBook(tx));
  const restored = join(folder, '.restore/database');
  mkdirSync(join(folder, '.restore'));
  const open = await openConnections();
  assert.ok(open.kind === 'sqlite');
  await open.writer.backup(restored);
  const file = (process.env.DATABASE_URL ?? '').slice('file:'.length);
  await transaction((tx) => tx.delete(books));
  await closeConnections();
  await planMoves(folder, [{ from: restored, to: file, keep: join(folder, 'backups/before.db') }]);
  assert.deepEqual(await start({ DEMO: 'off' }), ['The restore that was interrupted is complete.']);
  assert.equal(await booksNow(), 1);
});

test('a file that is no SQLite database is refused, and nothing is left beside it', onSqlite, async () => {
  for (const content of ['Dear reader, this is a letter and no database.', 'x', Buffer.alloc(4096)]) {
    const file = await databaseOf(content);
    await refuses({}, /books\.db is not a SQLite database: move it away or set DATABASE_URL/);
    assert.deepEqual(readFileSync(file), Buffer.from(content));
    assert.deepEqual(readdirSync(folder), ['books.db']);
  }
});

test('a damaged SQLite database is refused with its name', onSqlite, async () => {
  const file = await databaseOf(Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192, 7)]));
  await refuses({}, /^The database .*books\.db could not be brought up to date, and is unchanged: /);
  assert.equal(statSync(file).size, 16 + 8192);
});

test('a folder in place of the database is refused', onSqlite, async () => {
  await closeConnections();
  mkdirSync(join(folder, 'books.db'));
  process.env.DATABASE_URL = `file:${folder}/books.db`;
  await refuses({}, /books\.db cannot be opened for writing/);
});

test('an empty file becomes a library', onSqlite, async () => {
  await databaseOf('');
  await start({ DEMO: 'off' });
  assert.equal(await booksNow(), 0);
});

/** Our migrations without the newest: what an older version brought. */
function olderMigrations(): string {
  const migrations = join(folder, 'migrations');
  cpSync(`db/migrations/${dialect}`, migrations, { recursive: true });
  const journal = join(migrations, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, -1) }));
  return migrations;
}

test('an older library is brought up to date, and told where its copy is', onSqlite, async () => {
  await migrate({ folder: olderMigrations(), now: testNow });
  const [told] = await start({ DEMO: 'off' });
  const copy = /^Database brought up to date; the old one is kept in (.*)\.$/.exec(told ?? '')?.[1];
  assert.ok(copy);
  const count = (file: string) => {
    const database = new Sqlite(file, { readonly: true });
    return Number(database.prepare('select count(*) from applied_migrations').pluck().get());
  };
  assert.equal(count(copy), count((process.env.DATABASE_URL ?? '').slice('file:'.length)) - 1);
});

const onServer = { skip: engine !== 'server' && 'needs a PostgreSQL server: PGlite has no driver' };

test('a PostgreSQL that cannot be reached is named, without its password', onServer, async () => {
  await closeConnections();
  process.env.DATABASE_URL = 'postgres://librarian:hunter2@127.0.0.1:1/library';
  await refuses(
    {},
    /^PostgreSQL at 127\.0\.0\.1:1\/library could not be used: connect ECONNREFUSED.*DATABASE_URL/,
  );
  await assert.rejects(start(), (error: Error) => !error.message.includes('hunter2'));
  await closeConnections();
});

test('a PostgreSQL without the database says so', onServer, async () => {
  await closeConnections();
  const missing = new URL(url ?? '');
  missing.pathname = '/no_such_library';
  process.env.DATABASE_URL = missing.href;
  await refuses({}, /database "no_such_library" does not exist/);
  await closeConnections();
});
