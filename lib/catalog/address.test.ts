import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { authorPath, bookPath, isAddressOf, recordId, slug } from '#lib/catalog/address';
import { coverOf, coverPath } from '#lib/covers/cover-address';

test('an address has the id first, then words without accents', () => {
  assert.equal(bookPath({ id: 42, title: 'Cien años de soledad' }), '/books/42-cien-anos-de-soledad');
  assert.equal(authorPath({ id: 7, name: 'Flann O’Brien' }), '/authors/7-flann-o-brien');
  assert.equal(bookPath({ id: 3, title: '???' }), '/books/3');
});

test('other scripts stay readable', () => {
  assert.equal(decodeURI(bookPath({ id: 9, title: '吾輩は猫である' })), '/books/9-吾輩は猫である');
});

test('a title of a thousand words makes a short address', () =>
  assert.ok(slug('word '.repeat(1000)).length <= 60));

for (const none of ['', '0', '-1', '1e3', 'abc', '01', '99999999999', '2147483648', '1_', ' 1', '1.5']) {
  test(`“${none}” is no record`, () => assert.equal(recordId(none), undefined));
}

test('every book is found by its own address, however it is escaped', () => {
  const books = fc.record({
    id: fc.integer({ min: 1, max: 2_147_483_647 }),
    title: fc.string({ unit: 'grapheme' }),
  });
  fc.assert(
    fc.property(books, (book) => {
      const path = bookPath(book);
      assert.equal(recordId(path.slice('/books/'.length)), book.id);
      assert.ok(isAddressOf(path, decodeURI(path)));
      assert.ok(!isAddressOf(path, `${path}-again`));
    }),
  );
});

test('a cover’s address names its book, in any version; nothing else is one', () => {
  for (const cover of ['0a1b2c3d', '00000000'])
    assert.equal(coverOf(coverPath({ id: 5, cover }).slice('/covers/'.length)), 5);
  for (const none of ['5.svg', '0-0a1b2c3d.svg', '5-0a1b2c3d.png', '../5-0a1b2c3d.svg'])
    assert.equal(coverOf(none), undefined);
});
