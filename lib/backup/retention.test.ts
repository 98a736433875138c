import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#db/calendar';
import fc from '#db/testing/fast-check';
import { type DatedBackup, keptBackups } from '#lib/backup/retention';

const nights = (number: number, from = '2025-01-01'): DatedBackup[] =>
  Array.from({ length: number }, (_, night) => addDays(from, night)).map((day) => ({
    name: `b-${day}`,
    day,
  }));

/** As a library lives: a backup each night, and what is too much goes at once. */
function afterNights(backups: DatedBackup[]): DatedBackup[] {
  let there: DatedBackup[] = [];
  for (const backup of backups) {
    const all = [...there, backup];
    const kept = keptBackups(all);
    there = all.filter(({ name }) => kept.has(name));
  }
  return there;
}

test('of two years of nights there are the last 7 days, 4 weeks and 12 months', () => {
  const days = afterNights(nights(730)).map(({ day }) => day);
  const last = addDays('2025-01-01', 729);
  for (let night = 0; night < 7; night++) assert.ok(days.includes(addDays(last, -night)));
  const months = new Set(days.map((day) => day.slice(0, 7)));
  assert.equal(months.size, 12);
  assert.ok(days.includes('2026-11-30') && days.includes('2026-02-28'), days.join(' '));
  assert.ok(days.length <= 23);
});

test('a library that was shut keeps its older backups', () => {
  const kept = afterNights([...nights(3, '2019-05-01'), ...nights(2, '2026-11-01')]).map(({ day }) => day);
  assert.deepEqual(kept, ['2019-05-01', '2019-05-02', '2019-05-03', '2026-11-01', '2026-11-02']);
});

test('of one day only the last is kept', () => {
  const kept = keptBackups(['a', 'c', 'b'].map((name) => ({ name, day: '2026-03-02' })));
  assert.deepEqual([...kept], ['c']);
});

const backups = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1 }),
    day: fc.nat(1500).map((days) => addDays('2024-02-01', days)),
  }),
  { selector: ({ name }) => name, maxLength: 80 },
);

const newest = (some: DatedBackup[]) =>
  some
    .map(({ day }) => day)
    .sort()
    .at(-1);

test('the newest is never removed, and never are there more than 23', () => {
  fc.assert(
    fc.property(backups, (some) => {
      const kept = keptBackups(some);
      const left = some.filter(({ name }) => kept.has(name));
      assert.equal(newest(left), newest(some));
      assert.ok(kept.size <= 23 && kept.size >= Math.min(7, new Set(some.map(({ day }) => day)).size));
      assert.deepEqual(keptBackups(left), kept);
    }),
  );
});
