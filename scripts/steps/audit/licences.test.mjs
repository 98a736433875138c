import assert from 'node:assert/strict';
import { test } from 'node:test';
import { licenceOf, unknownLicences } from './licences.mjs';

const unknown = (licence, dev = false) => unknownLicences([{ name: 'papyrus', licence, dev }]).length > 0;

test('a licence on the list is all right, another is named with its package', () => {
  assert.equal(unknown('MIT'), false);
  assert.deepEqual(unknownLicences([{ name: 'papyrus', licence: 'GPL-3.0-only' }]), [
    'papyrus: licence GPL-3.0-only is not on our list',
  ]);
  assert.deepEqual(unknownLicences([{ name: 'papyrus' }]), ['papyrus: no licence']);
});

test('of a choice one is enough, of a sum all are needed', () => {
  for (const licence of [
    'MIT OR GPL-3.0-only',
    '(GPL-3.0-only OR MIT)',
    '(MIT AND Zlib)',
    'ISC AND (GPL-2.0-only OR MIT)',
  ])
    assert.equal(unknown(licence), false, licence);
  for (const licence of [
    'MIT AND GPL-3.0-only',
    '(MIT OR ISC) AND GPL-3.0-only',
    'GPL-2.0-only OR GPL-3.0-only',
  ])
    assert.equal(unknown(licence), true, licence);
});

test('what is no expression is not known', () => {
  for (const licence of [
    '',
    'MIT OR',
    '(MIT',
    'MIT)',
    'MIT ISC',
    'SEE LICENSE IN LICENSE',
    'UNLICENSED',
    'Apache-2.0 WITH LLVM-exception',
  ])
    assert.equal(unknown(licence), true, licence);
});

test('developers may use more than people are given', () => {
  assert.equal(unknown('MPL-2.0', true), false);
  assert.equal(unknown('MPL-2.0', false), true);
});

test('older ways of naming a licence are read', () => {
  assert.equal(licenceOf({ license: 'MIT' }), 'MIT');
  assert.equal(licenceOf({ license: { type: 'MIT', url: 'https://example.org' } }), 'MIT');
  assert.equal(licenceOf({ licenses: [{ type: 'MIT' }, { type: 'Apache-2.0' }] }), 'MIT OR Apache-2.0');
  assert.equal(licenceOf({}), undefined);
});
