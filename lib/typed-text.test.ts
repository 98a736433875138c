import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '#db/testing/fast-check';
import { cleanLine, cleanParagraphs, lengthOf } from '#lib/typed-text';

const lines: [what: string, typed: string, clean: string][] = [
  ['a title', 'Emma', 'Emma'],
  ['spaces around and within', '  Pride \t and\u00a0\n Prejudice ', 'Pride and Prejudice'],
  ['letters of two parts', 'Cafe\u0301', 'Café'],
  ['a NUL', 'Em\0ma', 'Emma'],
  ['half a character', 'Emma\ud83d', 'Emma\ufffd'],
  ['what turns letters around', '\u202eammE\u202c', 'ammE'],
  ['marks that Hebrew and Arabic need', 'שלום\u200f!', 'שלום\u200f!'],
  ['a family, which is several characters joined', '👨‍👩‍👧', '👨‍👩‍👧'],
  ['a flag of a part of a country', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['Vietnamese', 'Truyện Kiều', 'Truyện Kiều'],
  ['markup, which is text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
];

describe('one line:', () => {
  for (const [what, typed, clean] of lines) test(what, () => assert.equal(cleanLine(typed), clean));
});

const nothing = {
  spaces: '  \t\r\n\u00a0\u3000',
  'what has no width': '\u200b\u200c\u200d\u2060\ufeff',
  'letters made to be invisible': '\u3164\u115f\uffa0',
  'an empty pattern of Braille': '\u2800',
  'a mark without a letter': '\u0301\u0301',
  controls: '\0\u0007\u001b\u007f\u0085',
  'directions alone': '\u202e\u2066\u200f',
};

describe('nothing to see is nothing:', () => {
  for (const [what, typed] of Object.entries(nothing)) {
    test(what, () => assert.deepEqual([cleanLine(typed), cleanParagraphs(typed)], ['', '']));
  }
});

test('a flood of marks ends after ten', () => {
  const clean = cleanLine(`E${'\u0335'.repeat(5000)}mma`);
  assert.equal(clean, `E${'\u0335'.repeat(10)}mma`);
});

test('a note keeps its lines, with one empty line between two at most', () => {
  const typed = ' First\r\nsecond \u202e\r\r\n\n\n\nthird\u2028fourth\tword \n';
  assert.equal(cleanParagraphs(typed), 'First\nsecond\n\nthird\nfourth word');
});

test('a character is one to a person, however many units it has', () => {
  assert.equal(lengthOf('Emma'), 4);
  assert.equal(lengthOf('📚📚'), 2);
});

test('whatever was typed, what is clean stays as it is and holds nothing harmful', () => {
  const pieces = fc.constantFrom(
    ...['a', 'é', 'e\u0301', '\u0335', '\u200d', '\u202e', '\0', '\ud83d', '\udcda', '\r', '\n', '\t', ' '],
    ...['\u2028', '\u3164', '\uffff', '👨‍👩‍👧'],
  );
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: pieces, maxLength: 60 }));
  fc.assert(
    fc.property(typed, (text) => {
      for (const clean of [cleanLine, cleanParagraphs]) {
        const once = clean(text);
        assert.equal(clean(once), once);
        assert.equal(once.isWellFormed(), true);
        assert.doesNotMatch(once, /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      }
      assert.doesNotMatch(cleanLine(text), /\n/);
    }),
  );
});
