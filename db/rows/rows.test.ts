import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { authorRowOf } from '#db/rows/author-row';
import { bookRowOf } from '#db/rows/book-row';
import { copyRowOf } from '#db/rows/copy-row';
import { creditRowOf } from '#db/rows/credit-row';
import { genreRowOf } from '#db/rows/genre-row';
import { line, lines } from '#db/rows/text';
import { testNow } from '#db/testing/environment';
import fc from '#db/testing/fast-check';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('e\u0301', '\ud800', 'a\0b', '\u200b', 'one\r\ntwo', ' \t ', '\u0085', '🏳️‍🌈'),
);

const isPlain = (text: string) =>
  text.isWellFormed() &&
  text === text.normalize('NFC') &&
  text === text.trim() &&
  !/(?!\n)\p{Cc}/u.test(text);

describe('a text', () => {
  test('is whole letters, composed, without control characters, and stays so', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const kept of [line, lines]) {
          assert.ok(isPlain(kept(text)), JSON.stringify(kept(text)));
          assert.equal(kept(kept(text)), kept(text));
        }
        assert.ok(!line(text).includes('\n'));
      }),
      { numRuns: 3000 },
    );
  });

  test('keeps every letter that it has', () => {
    assert.equal(line('  Cien an\u0303os\tde\0soledad\n'), 'Cien años de soledad');
    assert.equal(line('\ud83d and 📚'), '\ufffd and 📚');
    assert.equal(lines('One.\r\nTwo.\rThree.\u0007'), 'One.\nTwo.\nThree.');
  });
});

const book = (title: string) => bookRowOf({ title, addedAt: testNow });
const bytes = (text: string) => Buffer.byteLength(text);
const words = (text: string) => text.split(' ').filter(Boolean);

/** PostgreSQL takes 2,704 bytes of a row into an index, and one holds the keys of author and title. */
const maxKeyBytes = 1200;

describe('a book', () => {
  test('of a title of 3,000 different words keeps all of it, and an index has room for its keys', () => {
    const title = Array.from({ length: 3000 }, (_, nth) => `w${nth}x`).join(' ');
    const row = book(title);
    assert.equal(row.title, title);
    for (const key of [row.sortKey, row.titleKey, ...row.titleKeys]) assert.ok(bytes(key) <= maxKeyBytes);
    assert.equal(words(row.titleWords).length, 1000);
  });

  test('of a title of 12,000 letters of a script without spaces, too', () => {
    const title = Array.from({ length: 12_000 }, (_, nth) => String.fromCodePoint(0x4e00 + nth)).join('');
    const row = book(title);
    assert.equal(row.title, title);
    for (const key of [row.sortKey, row.titleKey, ...row.titleKeys]) assert.ok(bytes(key) <= maxKeyBytes);
    assert.equal(words(row.titleWords)[0], '一丁');
  });

  test('of any title has keys that an index has room for, and whole letters in them', () => {
    const longText = fc.array(anyText, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(longText, (title) => {
        const row = book(title);
        for (const key of [row.sortKey, row.titleKey, ...row.titleKeys]) {
          assert.ok(bytes(key) <= maxKeyBytes);
          assert.ok(key.isWellFormed());
        }
      }),
    );
  });

  test('has its number in the form of thirteen digits; a wrong one is left for the database to refuse', () => {
    const isbnOf = (isbn: string) => bookRowOf({ title: 'Emma', addedAt: testNow, isbn }).isbn;
    assert.equal(isbnOf('ISBN 0-306-40615-2'), '9780306406157');
    assert.equal(isbnOf('978-0-14-143958-7'), '9780141439587');
    assert.equal(isbnOf('123'), '123');
    assert.equal(isbnOf(' '), null);
  });

  test('has nothing where only spaces were typed, and its other titles each on a line', () => {
    const { subtitle, otherTitles, summary } = bookRowOf({
      title: 'Emma',
      subtitle: '  ',
      otherTitles: ['Ema\n', ' '],
      summary: 'A match.\nAnother.',
      addedAt: testNow,
    });
    assert.deepEqual([subtitle, otherTitles, summary], [null, ['Ema'], 'A match.\nAnother.']);
  });
});

test('other records are made of their texts in the same way', () => {
  const author = authorRowOf({ name: 'Jose\u0301\0Saramago', variants: ['\n', 'Saramago, J.'] });
  assert.deepEqual(
    [author.name, author.sortName, author.variants],
    ['José Saramago', 'José Saramago', ['Saramago, J.']],
  );
  assert.equal(author.words, 'jose saramago | saramago , j | 0hs 0srmk');
  assert.deepEqual(genreRowOf(' Poesi\u0301a\t'), {
    name: 'Poesía',
    sortKey: 'poesia',
    words: 'poesia poetry poems poem verse poemas',
  });
  const copy = copyRowOf({ bookId: 1, publicId: 'a', barcode: ' 77\0', shelfMark: '\t', condition: 'ok' });
  assert.deepEqual([copy.barcode, copy.shelfMark, copy.words], ['77', null, '77']);
  const credit = creditRowOf(1, 0, { authorId: 2, role: 'author', creditedAs: 'Currer\nBell' });
  assert.deepEqual([credit.creditedAs, credit.words], ['Currer Bell', 'currer bell']);
});

test('a language has one code, however it is given', () => {
  const codes = ['fre', 'iw', 'EN', 'pt-br', 'grc', 'und', null, 'no code'];
  assert.deepEqual(
    codes.map((language) => bookRowOf({ title: 'Emma', language, addedAt: testNow }).language),
    ['fr', 'he', 'en', 'pt-BR', 'grc', 'und', null, 'no code'],
  );
});
