import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { freshDatabase } from '#db/testing/database';
import { nightlyBackup } from '#lib/backup/nightly-backup';
import { readBackup } from '#lib/backup/read-backup';
import { newDataDir } from '#lib/backup/testing';

freshDatabase();

const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-03-02T03:10:00Z');

test('each night there is a whole backup of the day that it is in the library', async () => {
  const dataDir = newDataDir({ 'backups/library-before-migration.db': 'not ours' });
  const zone = 'Pacific/Kiritimati';
  const said = await nightlyBackup({ dataDir, zone, now: new Date(start + 12 * 60 * 60 * 1000) });
  assert.match(said, /^Made .*backups\/library-2026-03-03T151000Z\.tar\.gz \(\d+\.\d MB\)\.$/);
  await readBackup(join(dataDir, 'backups/library-2026-03-03T151000Z.tar.gz'));
});

test('what is too much goes, with what a night left half done; nothing else does', async () => {
  const dataDir = newDataDir({
    'backups/library-before-migration.db': 'not ours',
    'backups/notes.tar.gz.partial': 'not ours',
    'backups/library-2026-03-01T031000Z.tar.gz.partial': 'half',
  });
  for (let night = 0; night < 12; night++)
    await nightlyBackup({ dataDir, zone: 'UTC', now: new Date(start + night * day) });
  const names = readdirSync(join(dataDir, 'backups')).sort();
  assert.deepEqual(
    names.map((name) => /^library-(2026-\d\d-\d\d)/.exec(name)?.[1] ?? name),
    [7, 8, 9, 10, 11, 12, 13]
      .map((date) => `2026-03-${String(date).padStart(2, '0')}`)
      .concat('library-before-migration.db', 'notes.tar.gz.partial'),
  );
});
