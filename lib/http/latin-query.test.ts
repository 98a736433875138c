import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { readKindly } from '#lib/http/latin-query';

test('letters of Latin-1 are read as letters', () => {
  assert.equal(readKindly('?q=caf%E9'), '?q=caf%C3%A9');
  assert.equal(readKindly('?q=garc%eda&language=es'), '?q=garc%C3%ADa&language=es');
  assert.equal(readKindly('?q=%D1and%FA'), '?q=%C3%91and%C3%BA');
});

test('what is UTF-8, or nothing at all, stays as it is', () => {
  for (const query of [
    '',
    '?q=caf%C3%A9',
    '?q=%E2%82%AC',
    '?q=%ED%A0%80',
    '?q=%E0%A4%A',
    '?q=%',
    '?q=%80',
    '?q=a%20b',
  ])
    assert.equal(readKindly(query), query);
});

test('it is read kindly once: an address that moved does not move again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(255), { maxLength: 12 }), (bytes) => {
      const query = `?q=${bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`;
      assert.equal(readKindly(readKindly(query)), readKindly(query));
    }),
  );
});
