import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { decodeCursor, encodeCursor, type KeyKind, type KeyValue } from '#lib/lists/cursor';

const kinds: KeyKind[] = ['text', 'instant', 'id'];
const decoded = (...values: KeyValue[]) => decodeCursor(encodeCursor('title', values), 'title', kinds);

test('what was written is read again', () => {
  const id = fc.integer({ min: 1, max: 2_147_483_647 });
  const key = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(key, fc.integer({ min: -1e12, max: 1e14 }), id, (...place) =>
      assert.deepEqual(decoded(...place), place),
    ),
  );
});

test('the cursor of another order is none', () => {
  const cursor = encodeCursor('author', ['emma', 0, 7]);
  assert.equal(decodeCursor(cursor, 'title', kinds), undefined);
  assert.deepEqual(decodeCursor(cursor, 'author', kinds), ['emma', 0, 7]);
});

const strange: [what: string, values: KeyValue[]][] = [
  ['too few values', ['emma', 0]],
  ['too many', ['emma', 0, 7, 7]],
  ['a number for a text', [1, 0, 7]],
  ['a text for a number', ['emma', 0, '7']],
  ['an id below the first', ['emma', 0, 0]],
  ['an id that no database has', ['emma', 0, 2_147_483_648]],
  ['half an id', ['emma', 0, 0.5]],
  ['a day beyond all calendars', ['emma', 8.64e15, 7]],
  ['a NUL', ['em\0ma', 0, 7]],
  ['a list for a text', [['emma'] as unknown as string, 0, 7]],
  ['half a surrogate pair', ['\ud83e', 0, 7]],
];
for (const [what, values] of strange)
  test(`a cursor with ${what} is none`, () => assert.equal(decoded(...values), undefined));

test('whatever a reader sends instead of a cursor, it is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(decodeCursor(text, 'title', kinds), undefined);
      assert.equal(decodeCursor(Buffer.from(text).toString('base64url'), 'title', kinds), undefined);
    }),
  );
  assert.equal(decodeCursor(undefined, 'title', kinds), undefined);
});
