import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertWritable } from './writable.mjs';

const isRoot = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'library-writable-'));
after(() => rmSync(folder, { recursive: true }));

test('a folder of our own may be written, and one that is not there yet', () => {
  assertWritable([folder, join(folder, 'not-yet')]);
});

/** What another account is told: root may write everywhere, so its tests ask as one that may not. */
function toldTo(uid, path) {
  const script = `
    import { assertWritable } from ${JSON.stringify(fileURLToPath(new URL('writable.mjs', import.meta.url)))};
    process.setgid(${uid}); process.setuid(${uid});
    try { assertWritable([${JSON.stringify(path)}]); } catch (error) { console.log(error.report); }`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  }).stdout.trim();
}

test('a folder of somebody else is named, with its owner and both ways out', {
  skip: !isRoot && 'only root can be two accounts',
}, () => {
  chmodSync(folder, 0o755);
  const told = toldTo(1, folder);
  assert.ok(told.includes(`${folder}, which belongs to root and not to daemon: make it yours`), told);
  assert.match(told, /sudo chown -R daemon '/);
  assert.doesNotMatch(told, /\n/);
});

test('a protected folder of our own is named', {
  skip: (isRoot || process.platform === 'win32') && 'root may write everywhere',
}, () => {
  chmodSync(folder, 0o555);
  assert.throws(
    () => assertWritable([folder]),
    ({ report }) => report.includes('yours but protected'),
  );
  chmodSync(folder, 0o755);
});
