import assert from 'node:assert/strict';
import { test } from 'node:test';
import { few } from './few.ts';

test('of a crowd five are named, and never is one left out', () => {
  const crowd = (size: number) => Array.from({ length: size }, (_, at) => at);
  assert.deepEqual(
    [0, 1, 5, 6, 7, 60].map((size) => few(crowd(size)).length),
    [0, 1, 5, 6, 5, 5],
  );
  assert.deepEqual(few(crowd(60)), [0, 1, 2, 3, 4]);
});
