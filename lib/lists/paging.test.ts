import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { offsetOf, pageOf, pageSteps, parsePageNumber } from '#lib/lists/paging';

const params: [text: string | string[] | undefined, page: number][] = [
  [undefined, 1],
  ['', 1],
  ['0', 1],
  ['-1', 1],
  ['1.5', 1],
  ['abc', 1],
  [['2', '3'], 1],
  ['7', 7],
  ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
];
for (const [text, page] of params) {
  test(`page ${JSON.stringify(text)?.slice(0, 20)} is page ${page}`, () =>
    assert.equal(parsePageNumber(text), page));
}

test('a page past the end is the last one, of no books the first', () => {
  assert.deepEqual(pageOf(99, 10, 25), { number: 3, size: 10, count: 3, total: 25 });
  assert.deepEqual(pageOf(99, 10, 0), { number: 1, size: 10, count: 1, total: 0 });
  assert.equal(offsetOf(pageOf(3, 10, 25)), 20);
});

test('one page left out is shown instead of a gap', () => {
  assert.deepEqual(pageSteps({ number: 5, count: 20 }), [1, 2, 3, 4, 5, 6, 7, 'gap', 20]);
  assert.deepEqual(pageSteps({ number: 1, count: 1 }), [1]);
});

test('the steps rise, hold the ends and the page itself, and are few', () => {
  const pages = fc
    .integer({ min: 1, max: 100_000 })
    .chain((count) => fc.tuple(fc.integer({ min: 1, max: count }), fc.constant(count)));
  fc.assert(
    fc.property(pages, ([number, count]) => {
      const numbers = pageSteps({ number, count }).filter((step) => step !== 'gap');
      assert.deepEqual(
        numbers,
        [...new Set(numbers)].sort((a, b) => a - b),
      );
      for (const page of [1, number, count]) assert.ok(numbers.includes(page));
      assert.ok(numbers.length <= 9);
    }),
  );
});
