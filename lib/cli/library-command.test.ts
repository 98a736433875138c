import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { db, transaction } from '#db/client';
import { books } from '#db/schema/catalog';
import { engine, freshDatabase, temporaryFolder } from '#db/testing/database';
import { insertBook } from '#db/testing/records';

freshDatabase();

const alone = { skip: engine === 'embedded' && 'an embedded database has one process' };
const newFolder = () => mkdtempSync(join(temporaryFolder, 'command-'));

type Ending = { code: number; stdout: string; stderr: string };

function library(words: string[], settings: Record<string, string> = {}): Promise<Ending> {
  const env = { ...process.env, BACKUP_TIME: '03:10', ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/library.ts', ...words], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout: stdout.trim(), stderr: stderr.trim() }),
    );
  });
}

test('help names every command, and an option that there is not is told with it', async () => {
  const { code, stdout } = await library(['help']);
  assert.equal(code, 0);
  for (const word of ['backup [FILE]', 'restore FILE [--data-dir DIR]', 'check', 'jobs [run NAME]'])
    assert.ok(stdout.includes(word), word);
  const wrong = await library(['backup', '--everything']);
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /--everything[\s\S]*Usage/);
});

test('a backup is made by one command, restored by another and checked by a third', alone, async () => {
  await transaction((tx) => insertBook(tx, { title: 'Emma' }));
  const file = join(newFolder(), 'deep/library.tar.gz');
  const made = await library(['backup', file]);
  assert.deepEqual([made.code, made.stderr], [0, '']);
  assert.match(made.stdout, /^Made .*library\.tar\.gz: 1 books, 0 authors, 0 copies, 0 other files\.$/);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const again = await library(['backup', file]);
  assert.deepEqual([again.code, again.stderr], [1, `${file} is there already: name another file.`]);
  const checked = await library(['check']);
  assert.deepEqual(
    [checked.code, checked.stdout],
    [0, 'Nothing is wrong with the database.'],
    checked.stderr,
  );
});

test('a backup that cannot be written is told in a sentence', alone, async () => {
  const { code, stderr } = await library(['backup', 'package.json/library.tar.gz']);
  assert.equal(code, 1);
  assert.match(stderr, /^Nothing was written: .*package\.json.*\.$/);
  assert.doesNotMatch(stderr, /\n/);
});

test('a backup without a name stands among those of the data directory', alone, async () => {
  const DATA_DIR = newFolder();
  const made = await library(['backup'], { DATA_DIR });
  assert.equal(made.code, 0, made.stderr);
  assert.match(readdirSync(join(DATA_DIR, 'backups')).join(), /^library-\d{4}-\d\d-\d\dT\d{6}Z\.tar\.gz$/);
});

test('a library is restored into a folder that is named', {
  skip: engine !== 'sqlite' && 'SQLite only',
}, async () => {
  const file = join(newFolder(), 'library.tar.gz');
  await library(['backup', file]);
  const folder = join(newFolder(), 'anew');
  const restored = await library(['restore', file, '--data-dir', folder]);
  assert.equal(restored.code, 0, restored.stderr);
  assert.match(restored.stdout, /^Restored the library of 20\d\d-.*: 1 books/);
  assert.equal(statSync(join(folder, 'library.db')).mode & 0o777, 0o600);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const checked = await library(['check'], { DATA_DIR: folder, DATABASE_URL: '' });
  assert.equal(checked.stdout, 'Nothing is wrong with the database.', checked.stderr);
});

test('a restore that cannot be is told in a sentence, and changes nothing', alone, async () => {
  const folder = newFolder();
  for (const [words, sentence] of [
    [['restore'], /^Name the backup to restore: restore FILE\.$/],
    [['restore', join(folder, 'none.tar.gz')], /is not there\.$/],
    [['restore', 'package.json'], /^package\.json is no backup of LocalLibrary\.$/],
  ] as const) {
    const { code, stderr } = await library([...words], { DATA_DIR: folder });
    assert.equal(code, 1);
    assert.match(stderr, sentence);
  }
  assert.deepEqual(readdirSync(folder), []);
  assert.equal((await db.select().from(books)).length, 1);
});

test('jobs are shown and run by name', alone, async () => {
  const DATA_DIR = newFolder();
  assert.match((await library(['jobs'], { DATA_DIR })).stdout, /^sessions:clear: has never run; next due /);
  const ran = await library(['jobs', 'run', 'backup'], { DATA_DIR });
  assert.match(ran.stdout, /^Made .*backups\/library-/, ran.stderr);
  assert.match((await library(['jobs'], { DATA_DIR })).stdout, /^backup: last ran .*: Made /m);
  assert.ok(existsSync(join(DATA_DIR, 'backups')));
});

test('where there is no library a command says so, and makes none', {
  skip: engine !== 'sqlite' && 'SQLite only',
}, async () => {
  const DATA_DIR = newFolder();
  for (const words of [['backup'], ['check'], ['jobs'], ['sessions:clear']]) {
    const { code, stderr } = await library(words, { DATA_DIR, DATABASE_URL: '' });
    assert.equal(code, 1, words.join());
    assert.match(stderr, /^There is no library at .*library\.db yet: start the program once first\.$/);
    assert.deepEqual(readdirSync(DATA_DIR), []);
  }
});
