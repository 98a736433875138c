import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isbn10Of, parseIsbn } from '#db/isbn';
import fc from '#db/testing/fast-check';

test('an ISBN is known in every form that people type', () => {
  const forms = [
    '9780141439518',
    '978-0-14-143951-8',
    '978 0 14 143951 8',
    '0141439513',
    '0-14-143951-3',
    'ISBN 0-14-143951-3',
    'isbn-13: 978–0–14–143951–8',
    ' ９７８０１４１４３９５１８ ',
  ];
  for (const form of forms) assert.equal(parseIsbn(form), '9780141439518', form);
  assert.equal(parseIsbn('080442957x'), '9780804429573');
});

test('what has a wrong check digit or is something else is none', () => {
  const others = [
    '9780141439519',
    '0141439514',
    '1984',
    '',
    'emma',
    '9780141439518 emma',
    '97801414395180',
    '977014143951X',
  ];
  for (const other of others) assert.equal(parseIsbn(other), undefined, other);
});

test('every ISBN-10 leads to its ISBN-13 and back', () => {
  const digits = fc.stringMatching(/^\d{9}$/);
  fc.assert(
    fc.property(digits, (nine) => {
      const whole = [...'0123456789X'].map((check) => nine + check).filter((text) => parseIsbn(text));
      assert.equal(whole.length, 1);
      assert.equal(isbn10Of(parseIsbn(whole[0] ?? '') ?? ''), whole[0]);
    }),
  );
});

test('an ISBN that does not begin with 978 has no shorter form', () => {
  assert.equal(isbn10Of('9791034300006'), undefined);
});
