import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { getTableName } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { derivedTables, dumpTables } from '#db/dump-tables';
import { allTables } from '#db/foreign-keys';
import { recordCounts } from '#db/schema/index';
import { execute, query, runApart, testNow, unmigratedDatabases } from '#db/testing/database';
import { insertBook } from '#db/testing/records';
import { assertKept } from '#db/testing/search-index';
import { restore } from '#lib/backup/restore';
import { emptyDatabase, everyRow, fullLibrary, newDataDir } from '#lib/backup/testing';
import { writeBackup } from '#lib/backup/write-backup';
import { checkLibrary } from '#lib/check/check-library';
import { claim } from '#lib/jobs/lease';

unmigratedDatabases();

const beside = {
  'covers/1.jpg': 'a picture',
  'imports/2026/Bücher — Übernahme (1).mrc': 'x'.repeat(5_000_000),
  'session-password': 'It was the best of times, it was the worst of times',
  'backups/older.tar.gz': 'older',
  '.gitignore': '*',
};

const archiveIn = (dataDir: string) => join(dataDir, 'archives/library.tar.gz');

async function backUp(files: Record<string, string> = beside, withPassword = false) {
  const dataDir = newDataDir(files);
  const file = join(newDataDir(), 'library.tar.gz');
  const summary = await writeBackup({ file, dataDir, now: testNow, withPassword });
  return { file, summary };
}

async function restoreAnew(file: string) {
  await emptyDatabase();
  const dataDir = newDataDir();
  const summary = await restore({ file, dataDir, now: testNow });
  return { dataDir, summary };
}

test('every table of the schema is in a backup, unless it is made of the others', () => {
  const dumped = dumpTables().map(({ name }) => name);
  const all = allTables().map(getTableName);
  assert.deepEqual([...dumped, ...derivedTables].sort(), all.sort());
  assert.ok([...derivedTables].every((name) => name.startsWith('search_') || name === 'record_counts'));
});

test('a library that was backed up and restored elsewhere has every row, count and word', async () => {
  await fullLibrary();
  const before = await everyRow();
  const counts = await db.select().from(recordCounts);
  for (const table of dumpTables()) assert.ok(before[table.name]?.length, `no row of ${table.name}`);
  const { file, summary } = await backUp();
  await restoreAnew(file);
  assert.deepEqual(await everyRow(), before);
  assert.deepEqual(await db.select().from(recordCounts), counts);
  assert.equal(summary.rows.books, before.books?.length);
  await assertKept();
  assert.deepEqual(await checkLibrary(), []);
});

test('a new record after a restore gets an id that no record has ever had', async () => {
  await fullLibrary();
  const gone = await transaction((tx) => insertBook(tx, { title: 'Gone' }));
  await execute(`delete from books where id = ${gone}`);
  const { file } = await backUp();
  await restoreAnew(file);
  assert.equal(await transaction((tx) => insertBook(tx, { title: 'New' })), gone + 1);
});

test('what is beside the database comes along, but neither passwords nor backups', async () => {
  await fullLibrary();
  const { file, summary } = await backUp();
  assert.equal(summary.files, 2);
  const { dataDir } = await restoreAnew(file);
  assert.deepEqual(
    readdirSync(dataDir)
      .filter((name) => !name.endsWith('.db'))
      .sort(),
    ['.gitignore', 'covers', 'imports'],
  );
  for (const path of ['covers/1.jpg', 'imports/2026/Bücher — Übernahme (1).mrc'] as const)
    assert.equal(readFileSync(join(dataDir, path), 'utf8'), beside[path]);
});

test('the session password comes along where it is asked for', async () => {
  await fullLibrary();
  const { file } = await backUp(beside, true);
  const { dataDir } = await restoreAnew(file);
  assert.equal(readFileSync(join(dataDir, 'session-password'), 'utf8'), beside['session-password']);
  assert.equal(statSync(join(dataDir, 'session-password')).mode & 0o777, 0o600);
});

test('an archive is for its owner only, and nothing half is left beside it', async () => {
  await fullLibrary();
  const dataDir = newDataDir();
  const file = archiveIn(dataDir);
  await writeBackup({ file, dataDir, now: testNow });
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(join(file, '..')).mode & 0o777, 0o700);
  assert.deepEqual(readdirSync(join(file, '..')), ['library.tar.gz']);
});

test('a backup that cannot be made leaves nothing behind', async () => {
  await fullLibrary();
  const file = join(newDataDir(), 'library.tar.gz');
  const stopped = AbortSignal.abort(new Error('taken over'));
  await assert.rejects(writeBackup({ file, dataDir: newDataDir(), now: testNow, signal: stopped }));
  assert.deepEqual(readdirSync(join(file, '..')), []);
});

const tar = spawnSync('tar', ['--version']).status !== 0 && 'tar is not installed';

test('ordinary tools open it, and its rows are lines of JSON', { skip: tar }, async () => {
  await fullLibrary();
  const { file } = await backUp();
  const folder = newDataDir();
  const { status, stderr } = spawnSync('tar', ['-xzf', file, '-C', folder], { encoding: 'utf8' });
  assert.deepEqual([status, stderr], [0, '']);
  const [line] = readFileSync(join(folder, 'tables/books/00001.ndjson'), 'utf8').split('\n');
  assert.equal(typeof JSON.parse(line ?? '').title, 'string');
  const name = 'imports/2026/Bücher — Übernahme (1).mrc' as const;
  assert.equal(readFileSync(join(folder, 'files', name), 'utf8'), beside[name]);
});

test('it holds one moment, whoever writes meanwhile', async () => {
  await fullLibrary();
  const books = Number((await query('select count(*) as n from books'))[0]?.n);
  let writing = true;
  const write = async () => {
    while (writing) {
      await transaction((tx) => insertBook(tx, { title: 'Meanwhile' }));
      await new Promise(setImmediate);
    }
  };
  const written = write();
  const { file, summary } = await backUp();
  writing = false;
  await written;
  const { rows } = summary;
  assert.ok((rows.books ?? 0) >= books);
  await restoreAnew(file);
  assert.deepEqual(await checkLibrary(), []);
  assert.equal(Number((await query('select count(*) as n from books'))[0]?.n), rows.books);
});

test('a job that ran while the backup was made does not run in the restored library', async () => {
  await fullLibrary();
  await claim('backup', testNow, testNow);
  const { file } = await backUp();
  await restoreAnew(file);
  assert.deepEqual(await query(`select job from job_runs where ended_at is null`), []);
});

const otherDialect = process.env.TEST_DIALECT === 'postgresql' ? 'sqlite' : 'postgresql';

const backUpElsewhere = (file: string) => `
  import { openDatabase } from '#db/testing/engine';
  import { closeConnections } from '#db/connections';
  await openDatabase();
  const { fullLibrary, everyRow } = await import('#lib/backup/testing');
  const { writeBackup } = await import('#lib/backup/write-backup');
  await fullLibrary();
  await writeBackup({ file: ${JSON.stringify(file)}, dataDir: '/nowhere', now: new Date(0) });
  console.log(JSON.stringify(await everyRow()));
  await closeConnections();`;

test(`a library moves here from ${otherDialect} with every row`, async () => {
  const file = join(newDataDir(), 'library.tar.gz');
  const settings = { TEST_DIALECT: otherDialect, TEST_DATABASE_URL: '', DATABASE_URL: '' };
  const { stdout, stderr, code } = await runApart(backUpElsewhere(file), settings);
  assert.equal(code, 0, stderr);
  await restoreAnew(file);
  assert.deepEqual(JSON.parse(JSON.stringify(await everyRow())), JSON.parse(stdout));
  assert.deepEqual(await checkLibrary(), []);
});
