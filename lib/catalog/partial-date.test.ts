import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import {
  formatPartialDate,
  formatYear,
  isLifeInOrder,
  lifespan,
  parsePartialDate,
} from '#lib/catalog/partial-date';

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

for (const text of ['1927-13', '1927-00', '1927-02-29', '1900-02-29', '1927-04-31', '1927-3', '3-1927', '']) {
  test(`“${text}” is no date`, () => assert.equal(parsePartialDate(text), undefined));
}

const orders: [name: string, born: string | null, died: string | null, inOrder: boolean][] = [
  ['born and died in one year', '1927', '1927', true],
  ['died before birth', '2014', '1927', false],
  ['died in the month before birth', '1927-03', '1927-02-28', false],
  ['died some day of the year of birth', '1927-03-06', '1927', true],
  ['died on the day of birth', '1927-03-06', '1927-03-06', true],
  ['Plato', '-0427', '-0347', true],
  ['Plato, the years swapped', '-0347', '-0427', false],
  ['Livy, across the eras', '-0059', '0017', true],
  ['within a year BCE', '-0044-03', '-0044-01', false],
  ['nothing known', null, null, true],
  ['only one known', '1927', null, true],
  ['one that is no date', 'about 1500', '1400', true],
];
for (const [name, born, died, inOrder] of orders)
  test(`${name}: ${inOrder ? 'possible' : 'impossible'}`, () =>
    assert.equal(isLifeInOrder(born, died), inOrder));

test('of two different days, exactly one order is possible; less exact dates are never stricter', () => {
  const day = fc
    .date({ min: new Date('0100-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const exactness = fc.constantFrom(4, 7, 10);
  fc.assert(
    fc.property(day, day, exactness, exactness, (a, b, some, other) => {
      assert.equal(isLifeInOrder(a, b), a <= b);
      if (a <= b) assert.ok(isLifeInOrder(a.slice(0, some), b.slice(0, other)));
    }),
  );
});
