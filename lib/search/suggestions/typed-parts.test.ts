import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { typedParts } from '#lib/search/suggestions/typed-parts';

test('the beginnings of words that were typed', () => {
  assert.deepEqual(typedParts('Fantastic Mr Fox', ['fan']), [
    ['Fan', true],
    ['tastic Mr Fox', false],
  ]);
  assert.deepEqual(typedParts('Cien años de soledad', ['anos', 'sol']), [
    ['Cien ', false],
    ['años', true],
    [' de ', false],
    ['sol', true],
    ['edad', false],
  ]);
  assert.deepEqual(typedParts('Straße', ['strass']), [['Straße', true]]);
  assert.deepEqual(typedParts('Emma', ['mma']), [['Emma', false]]);
});

test('together they are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ maxLength: 4 })), (text, typed) => {
      assert.equal(
        typedParts(text, typed)
          .map(([part]) => part)
          .join(''),
        text,
      );
    }),
  );
});
