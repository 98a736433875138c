import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherNameForms, titlesInLatin } from '#lib/catalog/authors/name-forms';

test('every other form of a name, each once, the one it is filed under last', () =>
  assert.deepEqual(
    otherNameForms({
      name: 'Leo Tolstoy',
      sortName: 'Tolstoy, Leo',
      variants: ['Лев Толстой', 'Lev Tolstoi', 'Лев Толстой', 'Tolstoy, Leo'],
    }),
    ['Лев Толстой', 'Lev Tolstoi', 'Tolstoy, Leo'],
  ));

test('a name that is filed as it is spoken has no other form', () =>
  assert.deepEqual(otherNameForms({ name: 'Homer', sortName: 'Homer', variants: ['Homer', ''] }), []));

const titles: [title: string, otherTitles: string[], inLatin: string[]][] = [
  [
    '源氏物語',
    ['Genji monogatari', 'The Tale of Genji', 'げんじ'],
    ['Genji monogatari', 'The Tale of Genji'],
  ],
  ['بين القصرين', [], []],
  ['Emma', ['Эмма', 'Emma Woodhouse'], []],
  ['1984', ['Nineteen Eighty-Four'], ['Nineteen Eighty-Four']],
];
for (const [title, otherTitles, inLatin] of titles)
  test(`${title} can also be read as ${inLatin.join(', ') || 'nothing else'}`, () =>
    assert.deepEqual(titlesInLatin({ title, otherTitles }), inLatin));
