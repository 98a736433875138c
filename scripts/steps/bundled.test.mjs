import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertMadeForHere, bundledFor, platformName } from './bundled.mjs';

test('the project is no bundle', () => {
  assert.equal(bundledFor(), undefined);
});

test('a platform has a name; glibc is not mentioned', () => {
  assert.equal(platformName({ os: 'linux', cpu: 'x64', libc: 'glibc' }), 'linux-x64');
  assert.equal(platformName({ os: 'linux', cpu: 'arm64', libc: 'musl' }), 'linux-arm64-musl');
  assert.equal(platformName({ os: 'darwin', cpu: 'x64' }), 'darwin-x64');
});

test('a bundle runs where it was made for, and says so elsewhere', () => {
  assertMadeForHere('linux-x64', 'linux-x64');
  assert.throws(
    () => assertMadeForHere('linux-x64', 'linux-arm64'),
    ({ report }) => /made for linux-x64, and this machine is linux-arm64: .*npm run bundle\.$/.test(report),
  );
});
