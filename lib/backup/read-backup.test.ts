import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { isEmptyDatabase } from '#db/migrate';
import { testNow, unmigratedDatabases } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { BackupError } from '#lib/backup/backup-error';
import { readBackup } from '#lib/backup/read-backup';
import { restore } from '#lib/backup/restore';
import { alterArchive, emptyDatabase, fullLibrary, newDataDir } from '#lib/backup/testing';
import { writeBackup } from '#lib/backup/write-backup';

unmigratedDatabases();

let archive: Buffer | undefined;
let file: string;
beforeEach(async () => {
  file = join(newDataDir(), 'library.tar.gz');
  if (archive) return writeFileSync(file, archive);
  await fullLibrary();
  await writeBackup({ file, dataDir: newDataDir({ 'covers/1.jpg': 'a picture' }), now: testNow });
  archive = readFileSync(file);
});

const refuses = (work: Promise<unknown>, sentence: RegExp) =>
  assert.rejects(work, (error) => {
    assert.ok(error instanceof BackupError, String(error));
    assert.match(error.message, sentence);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });

const altered = (...changes: Change) => alterArchive(file, archive ?? Buffer.alloc(0), ...changes);

type Change = Parameters<typeof alterArchive> extends [unknown, unknown, ...infer Rest] ? Rest : never;

const inHead = (change: (head: Record<string, unknown>) => object) =>
  altered((name, text) =>
    name === 'backup.json' ? JSON.stringify({ ...JSON.parse(text), ...change(JSON.parse(text)) }) : text,
  );

/** Refused before anything is touched. */
async function refusedUntouched(sentence: RegExp): Promise<void> {
  await emptyDatabase();
  const dataDir = newDataDir();
  await refuses(restore({ file, dataDir, now: testNow }), sentence);
  assert.deepEqual(readdirSync(dataDir), []);
}

test('a file that is no backup is refused', async () => {
  for (const content of [
    '',
    'Dear reader',
    gzipSync('Dear reader'),
    gzipSync(Buffer.alloc(4096)),
    Buffer.alloc(9),
  ]) {
    writeFileSync(file, content);
    await refusedUntouched(/library\.tar\.gz is (no backup of LocalLibrary|cut off)/);
  }
  await altered((name, text) => (name === 'backup.json' ? '{"program":"Koha","format":1}' : text));
  await refusedUntouched(/is no backup of LocalLibrary/);
});

test('a file that is not there, or is a folder, is refused', async () => {
  file = dirname(file);
  await refusedUntouched(/is a folder/);
  file = join(file, 'nothing.tar.gz');
  await refusedUntouched(/is not there/);
});

test('an archive that is cut off is refused, wherever it ends', async () => {
  const whole = readFileSync(file);
  for (const part of [0.1, 0.5, 0.9, 0.999]) {
    writeFileSync(file, whole.subarray(0, whole.length * part));
    await refuses(readBackup(file), /is cut off/);
  }
  await altered((name, text) => (name === 'manifest.json' ? undefined : text));
  await refusedUntouched(/is cut off/);
});

test('an archive of which a bit was turned is refused, or is the same', async () => {
  const whole = readFileSync(file);
  const { manifest } = await readBackup(file);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (place, bit) => {
      const turned = Buffer.from(whole);
      turned[place] = (turned[place] ?? 0) ^ (1 << bit);
      writeFileSync(file, turned);
      const read = await readBackup(file).catch((error: unknown) => error);
      if (read instanceof Error) assert.ok(read instanceof BackupError, String(read));
      else assert.deepEqual((read as { manifest: unknown }).manifest, manifest);
    }),
    { numRuns: 100 },
  );
});

test('an archive with a row more, a row less or another row is refused', async () => {
  const inBooks = (change: (text: string) => string) =>
    altered((name, text) => (name.startsWith('tables/books/') ? change(text) : text));
  await inBooks((text) => text + text);
  await refusedUntouched(/is damaged/);
  await inBooks((text) => text.replace(/^.*\n/, ''));
  await refusedUntouched(/is damaged/);
  await inBooks((text) => text.replace('a', 'b'));
  await refusedUntouched(/is damaged/);
  await altered((name, text) => (name.startsWith('files/') ? undefined : text));
  await refusedUntouched(/is damaged/);
});

test('an archive of a newer format or schema is refused', async () => {
  await inHead(() => ({ format: 2, tables: 'other' }));
  await refusedUntouched(/newer version of LocalLibrary: update the program first/);
  await inHead(() => ({ schema: { number: 999, name: '0999_branches' } }));
  await refusedUntouched(/newer version of LocalLibrary: update the program first/);
});

test('an archive never writes outside the data directory', async () => {
  for (const path of [
    '../evil',
    'a/../../evil',
    '/etc/evil',
    '.ssh/keys',
    'a//b',
    'a\\..\\b',
    '.restore/plan.json',
  ]) {
    await altered(
      (_, text) => text,
      (name) => (name.startsWith('files/') ? `files/${path}` : name),
    );
    await refusedUntouched(/is damaged/);
  }
});

test('a row that the database refuses undoes the whole restore', async () => {
  const text = '{"id":1,"title":"","suggested_at":"2026-03-02T09:30:00.000Z","idempotency_key":"a"}\n';
  const sha256 = createHash('sha256').update(text).digest('hex');
  await altered((name, before) => {
    if (name.startsWith('tables/purchase_suggestions/')) return text;
    if (name !== 'manifest.json') return before;
    const { tables, files } = JSON.parse(before);
    return JSON.stringify({
      files,
      tables: { ...tables, purchase_suggestions: { rows: 1, sha256, lastId: 1 } },
    });
  });
  await emptyDatabase();
  const dataDir = newDataDir();
  await assert.rejects(restore({ file, dataDir, now: testNow }), /purchase_suggestions/);
  assert.deepEqual(readdirSync(dataDir), []);
  assert.equal(await isEmptyDatabase(), true);
});
