import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedLibrary } from '../support/shared-library.ts';

const { get } = await sharedLibrary();

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1).join('-');

const bad: [what: string, books: string][] = [
  ['that is a word', 'abc'],
  ['of no book', '0'],
  ['with a word in it', '1-2-x'],
  ['with a gap', '1--2'],
  ['that ends early', '1-2-'],
  ['of a number below zero', '-1'],
  ['of a number that no book can have', '99999999999'],
  ['of books that there never were', '2147483646-2147483647'],
  ['of more books than a list holds', numbers(151)],
  ['of 3,000 books', numbers(3000)],
  ['that cannot be read', '%E0%A4%A'],
  ['with a page below it', '1/2'],
];
for (const [what, books] of bad) {
  test(`There is no shared list ${what}`, async () => {
    const { status, text } = await get(`/list/${books}`);
    assert.equal(status, 404);
    assert.doesNotMatch(text, /Add all of them to my list/);
  });
}

test('An address of 10,000 books is refused, and the library goes on', async () => {
  assert.ok([404, 414, 431].includes((await get(`/list/${numbers(10_000)}`)).status));
  assert.equal((await get(`/list/${numbers(150)}`)).status, 200);
});
