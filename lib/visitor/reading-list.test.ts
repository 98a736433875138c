import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { parseListedBooks, sharedListPath } from '#lib/visitor/reading-list';
import { maxListLength } from '#lib/visitor/session-shape';

const parsed = (path: string) => parseListedBooks(path.slice('/list/'.length));
const anyBook = fc.integer({ min: 1, max: 2_147_483_647 });

test('a list comes back from its address as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyBook, { minLength: 1, maxLength: maxListLength }), (books) => {
      assert.deepEqual(parsed(sharedListPath(books)), books);
    }),
  );
});

test('a book that is named twice is listed once, where it was named first', () => {
  assert.deepEqual(parseListedBooks('3-1-3-2-1'), [3, 1, 2]);
});

test('whatever an address holds, it is a list of books or none', () => {
  const segments = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('-', '0', '1', '9', '+', 'e', ' ', '.', '١') }),
  );
  fc.assert(
    fc.property(segments, (segment) => {
      const books = parseListedBooks(segment);
      if (books === undefined) return;
      assert.ok(/^[1-9]\d*(-[1-9]\d*)*$/.test(segment), segment);
      assert.deepEqual(books, [...new Set(segment.split('-').map(Number))]);
      assert.ok(books.every((book) => book <= 2_147_483_647));
    }),
    { numRuns: 1000 },
  );
});

for (const segment of [
  '',
  '-',
  '0',
  '1-',
  '-1',
  '1--2',
  '1-0',
  '2147483648',
  '1-emma',
  '1.5',
  '１',
  '1-2%2D3',
]) {
  test(`“${segment}” is no list`, () => {
    assert.equal(parseListedBooks(segment), undefined);
  });
}

test('the longest list that a session holds can be shared, a longer one cannot be asked for', () => {
  const books = Array.from({ length: maxListLength }, (_, n) => n + 1);
  assert.equal(parsed(sharedListPath(books))?.length, maxListLength);
  assert.equal(parsed(sharedListPath([...books, maxListLength + 1])), undefined);
});
