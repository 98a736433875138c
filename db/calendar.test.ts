import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#db/calendar';
import fc from '#db/testing/fast-check';

const ways: [day: string, days: number, other: string][] = [
  ['2026-03-02', 21, '2026-03-23'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2028-02-29', 366, '2029-03-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-03-02', 0, '2026-03-02'],
];
for (const [day, days, other] of ways)
  test(`${days} days from ${day} it is ${other}`, () => assert.equal(addDays(day, days), other));

test('as many days back one is where one was, and earlier days sort first', () => {
  const days = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      const other = addDays(day, count);
      assert.equal(addDays(other, -count), day);
      assert.equal(other < day, count < 0);
    }),
  );
});
