import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import fc from '#db/testing/fast-check';
import { dayOf, isTimeZone, today, utcDayOf } from '#lib/clock';

const evenings: [place: string, moment: string, day: string][] = [
  ['America/Sao_Paulo', '2026-03-03T00:00:00Z', '2026-03-02'],
  ['America/Sao_Paulo', '2026-03-03T02:59:59.999Z', '2026-03-02'],
  ['America/Sao_Paulo', '2026-03-03T03:00:00Z', '2026-03-03'],
  ['Pacific/Auckland', '2026-03-02T10:59:59Z', '2026-03-02'],
  ['Pacific/Auckland', '2026-03-02T11:00:00Z', '2026-03-03'],
  ['Pacific/Chatham', '2026-03-02T10:14:59Z', '2026-03-02'],
  ['Pacific/Chatham', '2026-03-02T10:15:00Z', '2026-03-03'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
  ['America/Los_Angeles', '2027-01-01T07:59:59Z', '2026-12-31'],
  ['America/Los_Angeles', '2028-03-01T07:59:59Z', '2028-02-29'],
  ['America/Los_Angeles', '2027-03-01T07:59:59Z', '2027-02-28'],
  ['UTC', '2026-03-02T23:59:59.999Z', '2026-03-02'],
];
for (const [place, moment, day] of evenings)
  test(`in ${place} it is ${day} at ${moment}`, () => assert.equal(today(new Date(moment), place), day));

describe('on the days when clocks change, the day ends at midnight all the same:', () => {
  const changes: [place: string, lastMoment: string, day: string][] = [
    ['America/Los_Angeles', '2026-03-09T06:59:59Z', '2026-03-08'],
    ['America/Los_Angeles', '2026-11-02T07:59:59Z', '2026-11-01'],
    ['Pacific/Auckland', '2026-04-05T11:59:59Z', '2026-04-05'],
    ['Pacific/Chatham', '2026-09-27T10:14:59Z', '2026-09-27'],
    ['America/Santiago', '2026-09-07T02:59:59Z', '2026-09-06'],
  ];
  for (const [place, lastMoment, day] of changes)
    test(`${place}, ${day}`, () => {
      const last = new Date(lastMoment);
      assert.equal(today(last, place), day);
      assert.notEqual(today(new Date(last.getTime() + 1000), place), day);
    });
});

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC', 'US/Pacific', 'Etc/GMT+12');
const moments = fc.date({ min: new Date('1970-01-03'), max: new Date('2100-01-01'), noInvalidDate: true });

/** By another way: the clock on the wall, as far from UTC as the zone says it is, read as if it were in UTC. */
function byOffset(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(moment);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes, seconds] =
    /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name ?? '') ?? [];
  const away = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  const onTheWall = new Date(moment.getTime() + (sign === '-' ? -away : away) * 1000);
  return onTheWall.toISOString().slice(0, 10);
}

test('anywhere, at any time, it is the day that the offset of the zone makes', () => {
  fc.assert(
    fc.property(zones, moments, (zone, moment) => assert.equal(dayOf(moment, zone), byOffset(moment, zone))),
    { numRuns: 1000 },
  );
});

test('nowhere it is more than a day from UTC', () => {
  fc.assert(
    fc.property(zones, moments, (zone, moment) => {
      const days = (Date.parse(dayOf(moment, zone)) - Date.parse(utcDayOf(moment))) / 86_400_000;
      assert.ok(Math.abs(days) <= 1);
    }),
  );
});

test('a zone is a name that the world knows, old names too, and no offset', () => {
  for (const name of ['America/Sao_Paulo', 'Asia/Calcutta', 'Asia/Kolkata', 'US/Pacific', 'Etc/GMT+3', 'UTC'])
    assert.equal(isTimeZone(name), true, name);
  for (const name of ['+03:00', '-0300', 'UTC+3', 'Macondo', 'Sao Paulo', '', ' UTC', 'Etc/Unknown'])
    assert.equal(isTimeZone(name), false, name);
});

describe('the zone of a machine', () => {
  const program = `console.log((await import('#lib/clock')).machineTimeZone())`;
  const zoneOf = (TZ: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }).trim();
  for (const [set, zone] of [
    ['America/Sao_Paulo', 'America/Sao_Paulo'],
    ['Macondo/Calle', 'UTC'],
    ['', 'UTC'],
  ] as const)
    test(`that says “${set}” is ${zone}`, () => assert.equal(zoneOf(set), zone));
});
