import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { transaction } from '#db/client';
import { currentLocation } from '#db/location';
import { migrate } from '#db/migrate';
import { engine, query, testNow, unmigratedDatabases } from '#db/testing/database';
import { insertBook } from '#db/testing/records';
import { BackupError } from '#lib/backup/backup-error';
import { finishRestore, planMoves, stagingFolder } from '#lib/backup/pending-restore';
import { readBackup } from '#lib/backup/read-backup';
import { restore } from '#lib/backup/restore';
import {
  alterArchive,
  closeUnlessEmbedded,
  emptyDatabase,
  everyRow,
  fullLibrary,
  newDataDir,
} from '#lib/backup/testing';
import { writeBackup } from '#lib/backup/write-backup';
import { checkLibrary } from '#lib/check/check-library';

unmigratedDatabases();

let archive: Buffer | undefined;
let file: string;
beforeEach(async () => {
  file = join(newDataDir(), 'library.tar.gz');
  if (archive) return writeFileSync(file, archive);
  await fullLibrary();
  await writeBackup({ file, dataDir: newDataDir({ 'covers/1.jpg': 'a picture' }), now: testNow });
  archive = readFileSync(file);
  await emptyDatabase();
});

const refuses = (work: Promise<unknown>, sentence: RegExp) =>
  assert.rejects(work, (error) => {
    assert.ok(error instanceof BackupError, String(error));
    assert.match(error.message, sentence);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });

const onSqlite = { skip: engine !== 'sqlite' && 'SQLite only' };

const databaseFile = () => {
  const location = currentLocation();
  assert.ok(location.dialect === 'sqlite');
  return location.file;
};

test('what was there is kept, and can be read', onSqlite, async () => {
  await migrate({ now: testNow });
  await transaction((tx) => insertBook(tx, { title: 'Kept' }));
  await closeUnlessEmbedded();
  const dataDir = newDataDir({
    'covers/1.jpg': 'an older picture',
    'covers/2.jpg': 'another',
    'letter.txt': 'Dear',
  });
  const { kept } = await restore({ file, dataDir, now: testNow });
  const [database, covers] = [
    kept.find((path) => !path.includes('covers')),
    kept.find((path) => path.includes('covers')),
  ];
  const old = new Sqlite(database ?? '', { readonly: true });
  assert.deepEqual(old.prepare('select title from books').pluck().all(), ['Kept']);
  old.close();
  assert.deepEqual(readdirSync(covers ?? '').sort(), ['1.jpg', '2.jpg']);
  assert.deepEqual(readdirSync(join(dataDir, 'covers')), ['1.jpg']);
  assert.equal(readFileSync(join(dataDir, 'letter.txt'), 'utf8'), 'Dear');
  assert.equal(statSync(databaseFile()).mode & 0o077, 0);
  assert.equal(existsSync(stagingFolder(dataDir)), false);
});

test('a database that is damaged is kept too', onSqlite, async () => {
  await emptyDatabase();
  writeFileSync(databaseFile(), 'Dear reader, this is no database.');
  writeFileSync(`${databaseFile()}-wal`, 'nor is this a log');
  const { kept } = await restore({ file, dataDir: newDataDir(), now: testNow });
  assert.match(readFileSync(kept[0] ?? '', 'utf8'), /^Dear reader/);
  assert.ok((await everyRow()).books?.length);
});

test('a library that runs is not replaced', onSqlite, async () => {
  await migrate({ now: testNow });
  const dataDir = newDataDir();
  await refuses(restore({ file, dataDir, now: testNow }), /\.db is in use: stop the library first/);
  assert.deepEqual(await query('select * from books'), []);
});

test('a restore that was interrupted between two renames is ended by the next start', onSqlite, async () => {
  await emptyDatabase();
  const dataDir = newDataDir({
    'library.db': 'old',
    'library.db-wal': 'old log',
    '.restore/database': 'new',
    '.restore/files/covers/1.jpg': 'new',
  });
  const at = (path: string) => join(dataDir, path);
  await planMoves(dataDir, [
    { from: at('.restore/database'), to: at('library.db'), keep: at('backups/before/library.db') },
    { from: at('.restore/files/covers'), to: at('covers'), keep: at('backups/before/covers') },
  ]);
  assert.equal(await finishRestore(dataDir), true);
  assert.equal(await finishRestore(dataDir), false);
  assert.deepEqual(readdirSync(dataDir).sort(), ['backups', 'covers', 'library.db']);
  assert.equal(readFileSync(at('library.db'), 'utf8'), 'new');
  assert.deepEqual(readdirSync(at('backups/before')).sort(), ['library.db', 'library.db-wal']);
});

test('a server’s database that is not empty is not filled', {
  skip: engine === 'sqlite' && 'PostgreSQL only',
}, async () => {
  await migrate({ now: testNow });
  const before = await everyRow();
  await refuses(
    restore({ file, dataDir: newDataDir(), now: testNow }),
    /is not empty: create a new one and set DATABASE_URL/,
  );
  assert.deepEqual(await everyRow(), before);
});

test('an archive of an earlier schema is brought up to date', async () => {
  const { head } = await readBackup(file);
  const isLater = (name: string) => name.includes('job_runs');
  await alterArchive(file, archive ?? Buffer.alloc(0), (name, text) => {
    if (isLater(name)) return undefined;
    if (name === 'backup.json')
      return JSON.stringify({
        ...head,
        schema: { number: 13, name: '0012_purchase_suggestions' },
        tables: head.tables
          .filter((table) => !isLater(table.name))
          .map((table) => ({
            ...table,
            columns: table.columns.filter(({ name }) => name !== 'about_words'),
          })),
      });
    if (name !== 'manifest.json') return text;
    const { tables, files } = JSON.parse(text);
    return JSON.stringify({ files, tables: { ...tables, job_runs: undefined } });
  });
  await emptyDatabase();
  await restore({ file, dataDir: newDataDir(), now: testNow });
  assert.deepEqual(await checkLibrary(), []);
  assert.deepEqual(await query('select * from job_runs'), []);
});
