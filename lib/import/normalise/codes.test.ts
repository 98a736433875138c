import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isbnWithLostZeros, withCheckDigit } from './isbn.ts';
import { languageCode } from './language.ts';

test('lost zeros come back, and the check digit decides', () => {
  assert.equal(isbnWithLostZeros('123456789X'), '9781234567897');
  assert.equal(isbnWithLostZeros('306406152'), '9780306406157');
  assert.equal(isbnWithLostZeros('306406153'), null);
});

test('what was written as a float is not taken', () => {
  assert.equal(isbnWithLostZeros('9.78030640615e+12'), null);
  assert.equal(isbnWithLostZeros('9780306406157'), null);
  assert.equal(isbnWithLostZeros(''), null);
});

test('the thirteenth digit checks the twelve', () => {
  assert.equal(withCheckDigit('978030640615'), '9780306406157');
});

test('every way to write a language is one code', () => {
  for (const english of ['eng', 'en-US', 'en', 'en/la']) assert.equal(languageCode(english), 'en');
  assert.equal(languageCode('fre'), 'fr');
  assert.equal(languageCode('enm'), 'enm');
});

test('several languages, none and nonsense are none', () => {
  for (const text of ['mul', 'und', '', '  ', '1', 'no such']) assert.equal(languageCode(text), null);
});
