import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherNameForms } from '#lib/catalog/name-forms';

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
