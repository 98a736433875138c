import assert from 'node:assert/strict';
import { test } from 'node:test';
import { today } from '#lib/clock';
import { formatDay } from '#lib/i18n/format';
import { translator } from '#lib/i18n/translator';
import { availabilityText } from './availability-text.ts';

const english = { t: translator('en'), day: (isoDate: string) => formatDay('en', isoDate) };

const tenInTheEvening = new Date('2026-03-03T06:00:00Z');

const dueOn = (...dates: string[]) => ({ onShelf: 0, copies: dates.length, dueOn: dates });

const textOf = (dates: string[], zone: string) =>
  availabilityText(dueOn(...dates), today(tenInTheEvening, zone), english).text;

test('in the evening of Los Angeles what is due today is still to come back today', () => {
  assert.equal(textOf(['2026-03-02'], 'America/Los_Angeles'), 'On loan · due March 2, 2026');
  assert.equal(
    textOf(['2026-03-02', '2026-04-01'], 'America/Los_Angeles'),
    'All out · next due March 2, 2026',
  );
});

test('at the same moment it is late in Auckland', () => {
  assert.equal(textOf(['2026-03-02'], 'Pacific/Auckland'), 'On loan');
  assert.equal(textOf(['2026-03-02', '2026-04-01'], 'Pacific/Auckland'), 'All out · next due April 1, 2026');
});
