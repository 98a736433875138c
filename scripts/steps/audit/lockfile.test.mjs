import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { lockfileFaults } from './lockfile.mjs';

const integrity = `sha512-${createHash('sha512').update('papyrus').digest('base64')}`;

const faults = ({ manifest = {}, root = manifest, ...packages } = {}) =>
  lockfileFaults(manifest, { packages: { '': root, ...packages } });

const papyrus = (entry) => faults({ 'node_modules/papyrus': { version: '1.0.0', integrity, ...entry } });

test('exact versions with checksums are all right', () => {
  const manifest = { dependencies: { papyrus: '1.0.0' }, devDependencies: { reed: '2.0.0-beta.1' } };
  assert.deepEqual(faults({ manifest }), []);
  assert.deepEqual(papyrus({}), []);
  assert.deepEqual(papyrus({ integrity: undefined, inBundle: true }), []);
});

test('a version that may change by itself is named, also where it overrides another', () => {
  for (const version of [
    '^1.0.0',
    '~1.0.0',
    '*',
    '1',
    'latest',
    '>=1.0.0',
    'file:../papyrus',
    'github:ada/papyrus',
  ])
    assert.deepEqual(faults({ manifest: { optionalDependencies: { papyrus: version } } }), [
      `package.json: papyrus ${version} is no exact version`,
    ]);
  assert.equal(faults({ manifest: { overrides: { reed: { papyrus: '^1.0.0' } } } }).length, 1);
});

test('a lockfile of another list is named', () => {
  const manifest = { dependencies: { papyrus: '1.0.0' } };
  assert.deepEqual(faults({ manifest, root: { dependencies: { papyrus: '1.0.1' } } }), [
    'package-lock.json: other dependencies than package.json',
  ]);
});

test('a package from elsewhere is named with its address', () => {
  const resolved = 'https://papyrus.example/papyrus-1.0.0.tgz';
  assert.deepEqual(papyrus({ resolved }), [`package-lock.json: papyrus comes from ${resolved}`]);
});

test('a package without a good checksum is named', () => {
  for (const wrong of [undefined, '', 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=', 'sha512-short'])
    assert.deepEqual(papyrus({ integrity: wrong }), ['package-lock.json: papyrus has no checksum'], wrong);
});
