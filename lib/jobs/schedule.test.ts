import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { dayOf } from '#lib/clock';
import { lastDue, nextDue } from '#lib/jobs/schedule';

const lastOf = (time: string, now: string, zone: string) =>
  lastDue({ daily: time }, new Date(now), zone).toISOString();

test('a daily job is due when the clocks of the library show its time', () => {
  assert.equal(lastOf('03:10', '2026-03-02T09:30:00Z', 'UTC'), '2026-03-02T03:10:00.000Z');
  assert.equal(lastOf('03:10', '2026-03-02T03:09:59Z', 'UTC'), '2026-03-01T03:10:00.000Z');
  assert.equal(lastOf('03:10', '2026-03-02T03:10:00Z', 'UTC'), '2026-03-02T03:10:00.000Z');
  assert.equal(lastOf('23:30', '2026-03-02T02:30:00Z', 'America/Sao_Paulo'), '2026-03-02T02:30:00.000Z');
  assert.equal(lastOf('00:15', '2026-03-01T10:15:00Z', 'Pacific/Kiritimati'), '2026-03-01T10:15:00.000Z');
  assert.equal(lastOf('06:00', '2026-03-02T00:15:00Z', 'Asia/Kathmandu'), '2026-03-02T00:15:00.000Z');
});

test('where a time comes twice in autumn, it is due the first time only', () => {
  const first = '2026-10-25T00:30:00.000Z';
  assert.equal(lastOf('02:30', first, 'Europe/Madrid'), first);
  assert.equal(lastOf('02:30', '2026-10-25T01:30:00Z', 'Europe/Madrid'), first);
  const next = nextDue({ daily: '02:30' }, new Date(first), 'Europe/Madrid');
  assert.equal(next.toISOString(), '2026-10-26T01:30:00.000Z');
});

test('where a time does not come in spring, it is due as much later as the clocks jump', () => {
  assert.equal(lastOf('02:30', '2026-03-29T12:00:00Z', 'Europe/Madrid'), '2026-03-29T01:30:00.000Z');
  assert.equal(lastOf('02:15', '2026-10-04T00:00:00Z', 'Australia/Lord_Howe'), '2026-10-03T15:45:00.000Z');
  assert.equal(lastOf('00:10', '2018-11-04T12:00:00Z', 'America/Sao_Paulo'), '2018-11-04T03:10:00.000Z');
});

test('where a day is left out, the days around it have their turn', () => {
  assert.equal(lastOf('03:10', '2011-12-30T14:00:00Z', 'Pacific/Apia'), '2011-12-30T13:10:00.000Z');
  assert.equal(lastOf('03:10', '2011-12-30T12:00:00Z', 'Pacific/Apia'), '2011-12-29T13:10:00.000Z');
});

test('an hourly job is due every full hour, also while clocks are changed', () => {
  const now = new Date('2026-10-25T01:59:59Z');
  assert.equal(lastDue('hourly', now, 'Europe/Madrid').toISOString(), '2026-10-25T01:00:00.000Z');
  assert.equal(nextDue('hourly', now, 'Europe/Madrid').toISOString(), '2026-10-25T02:00:00.000Z');
});

const zones = [
  'UTC',
  'America/Sao_Paulo',
  'Europe/Madrid',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Casablanca',
];
const two = (n: number) => String(n).padStart(2, '0');
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const moment = fc.date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

test('each day of a zone has its turn once, within the day, in order and without a gap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), time, moment, (zone, daily, start) => {
      const days = new Set<string>();
      let due = lastDue({ daily }, start, zone);
      assert.ok(due <= start);
      for (let turn = 0; turn < 8; turn++) {
        const next = nextDue({ daily }, due, zone);
        const hours = (next.getTime() - due.getTime()) / 3_600_000;
        assert.ok(hours >= 22 && hours <= 48, `${due.toISOString()} ${next.toISOString()}`);
        assert.deepEqual(lastDue({ daily }, new Date(next.getTime() - 1), zone), due);
        assert.deepEqual(lastDue({ daily }, next, zone), next);
        days.add(dayOf(next, zone));
        due = next;
      }
      assert.equal(days.size, 8);
    }),
  );
});
