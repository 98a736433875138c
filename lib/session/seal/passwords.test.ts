import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runApart, temporaryFolder } from '#db/testing/environment';
import { generatePassword } from '#lib/session/seal/passwords';

const newFolder = () => mkdtempSync(join(temporaryFolder, 'library-'));
const fileIn = (folder: string) => join(folder, 'session-password');

test('the generated password is long, and for its owner only', () => {
  const folder = newFolder();
  generatePassword(folder);
  assert.match(readFileSync(fileIn(folder), 'utf8'), /^[\w-]{43}\n$/);
  assert.equal(statSync(fileIn(folder)).mode & 0o777, 0o600);
});

test('it is generated once, and each library has its own', () => {
  const [one, other] = [newFolder(), newFolder()];
  generatePassword(one);
  generatePassword(other);
  const first = readFileSync(fileIn(one), 'utf8');
  generatePassword(one);
  assert.equal(readFileSync(fileIn(one), 'utf8'), first);
  assert.notEqual(readFileSync(fileIn(other), 'utf8'), first);
});

test('where it cannot be written, that is an error', () => {
  assert.throws(() => generatePassword(join(temporaryFolder, 'nowhere')), /ENOENT/);
});

/** The passwords of a process that was started with these settings. */
const passwordsApart = (settings: Record<string, string>) =>
  runApart(
    `import { passwords } from '#lib/session/seal/passwords';
     try { console.log(JSON.stringify(passwords())); }
     catch (error) { console.log(error.name, error.message); }`,
    settings,
  );

test('the setting wins over the file', async () => {
  const folder = newFolder();
  generatePassword(folder);
  const SESSION_PASSWORD = 'Whether I shall turn out to be the hero';
  const { stdout } = await passwordsApart({ SESSION_PASSWORD, DATA_DIR: folder });
  assert.deepEqual(JSON.parse(stdout), { 1: SESSION_PASSWORD });
});

test('without the setting the generated one is used', async () => {
  const folder = newFolder();
  generatePassword(folder);
  const { stdout } = await passwordsApart({ SESSION_PASSWORD: '', DATA_DIR: folder });
  assert.deepEqual(JSON.parse(stdout), { 1: readFileSync(fileIn(folder), 'utf8').trim() });
});

test('a file that holds a short password is named, its content is not', async () => {
  const folder = newFolder();
  writeFileSync(fileIn(folder), 'hunter2\n');
  const { stdout } = await passwordsApart({ SESSION_PASSWORD: '', DATA_DIR: folder });
  assert.match(stdout, /^SettingsError .*session-password.*at least 32 characters.*delete the file/);
  assert.doesNotMatch(stdout, /hunter2/);
});
