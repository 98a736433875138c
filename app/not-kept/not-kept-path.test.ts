import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backFrom, notKeptPath } from './not-kept-path.ts';

const queryOf = (path: string) => Object.fromEntries(new URL(path, 'http://library.test').searchParams);

for (const address of ['/', '/books?q=a%20b&page=2', '/list', '/books/1-emma'])
  test(`the way back leads to ${address}`, () => {
    assert.equal(backFrom(queryOf(notKeptPath(address))), address);
  });

for (const from of [
  '//elsewhere.test',
  '/\\\\elsewhere.test',
  'https://elsewhere.test',
  'javascript:alert(1)',
  '',
  '/not-kept',
  '/\n/x',
])
  test(`and never to ${JSON.stringify(from)}`, () => {
    assert.equal(backFrom({ from }), '/');
  });

test('nor to several pages at once', () => {
  assert.equal(backFrom({ from: ['/a', '/b'] }), '/');
  assert.equal(backFrom({}), '/');
});
