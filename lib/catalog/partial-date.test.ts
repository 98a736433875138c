import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPartialDate, formatYear, lifespan } from '#lib/catalog/partial-date';

const words = { born: (year: string) => `b. ${year}`, died: (year: string) => `d. ${year}` };

const lives: [name: string, born: string | null, died: string | null, shown: string | undefined][] = [
  ['Gabriel García Márquez', '1927-03-06', '2014-04-17', '1927–2014'],
  ['Plato', '-0427', '-0347', '427–347\u00a0BCE'],
  ['Livy, across the eras', '-0059', '0017', '59\u00a0BCE–17'],
  ['Haruki Murakami', '1949-01-12', null, 'b. 1949'],
  ['Miguel de Cervantes, birth unknown', null, '1616', 'd. 1616'],
  ['Homer', null, null, undefined],
];
for (const [name, born, died, shown] of lives) {
  test(`${name}: ${shown ?? 'nothing'}`, () => assert.equal(lifespan('en', born, died, words), shown));
}

test('a date is as exact as it is known, in the reader’s language', () => {
  assert.equal(formatPartialDate('en', '1927-03-06'), 'March 6, 1927');
  assert.equal(formatPartialDate('es', '1927-03'), 'marzo de 1927');
  assert.equal(formatPartialDate('pt-BR', '1927-03-06'), '6 de março de 1927');
  assert.equal(formatPartialDate('en', '1927'), '1927');
  assert.equal(formatPartialDate('en', '0017-05-01'), 'May 1, 17');
  assert.equal(formatPartialDate('es', '-0427'), '427\u00a0a. C.');
});

test('what is no date is shown as it was written', () =>
  assert.equal(formatPartialDate('en', 'about 1500'), 'about 1500'));

test('years before ours say so', () => assert.equal(formatYear('pt-BR', -700), '700\u00a0a.C.'));
