import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { editDistance, typosIn } from '#lib/search/spelling/edit-distance';

test('a letter put in, left out, changed or swapped is one slip each', () => {
  for (const slip of ['emmma', 'ema', 'enma', 'emam']) assert.equal(editDistance('emma', slip, 2), 1, slip);
  assert.equal(editDistance('frankenstein', 'frankenstien', 2), 1);
  assert.equal(editDistance('dostoevsky', 'dostojevski', 2), 2);
  assert.equal(editDistance('emma', 'emma', 2), 0);
  assert.equal(editDistance('книга', 'кинга', 1), 1);
});

test('above the limit it says no more than that', () => {
  assert.equal(editDistance('emma', 'persuasion', 2), 3);
  assert.equal(editDistance('emma', 'xxxx', 1), 2);
});

/** By its definition, trying everything. */
function plainDistance(a: string, b: string): number {
  if (!a || !b) return a.length + b.length;
  const same = a[0] === b[0] ? 0 : 1;
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(
    plainDistance(a.slice(1), b) + 1,
    plainDistance(a, b.slice(1)) + 1,
    plainDistance(a.slice(1), b.slice(1)) + same,
    swapped ? plainDistance(a.slice(2), b.slice(2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

const shortWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

test('it is the distance of its definition, up to the limit', () => {
  fc.assert(
    fc.property(shortWord, shortWord, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      assert.equal(editDistance(a, b, limit), Math.min(plainDistance(a, b), limit + 1));
    }),
    { numRuns: 500 },
  );
});

test('one slip is forgiven in three letters, two in six, none in a number', () => {
  assert.deepEqual(
    ['it', 'cat', 'emma', 'dracula', 'dickens1', 'prejudice', '1984'].map(typosIn),
    [0, 1, 1, 2, 0, 2, 0],
  );
});
