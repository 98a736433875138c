import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '#db/testing/database';
import { SessionKeyError } from '#lib/session/session';
import { entriesOf, knownBrowser } from '#lib/session/testing/browser';
import { engines, onEngines } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';

freshDatabase();

const stored = { num_visits: 3, language: 'es', closedNotices: ['demonstration'] } as const;
const fill = (session: TestSession) =>
  session.update({ num_visits: 3, language: 'es', closedNotices: ['demonstration'] });

const { num_visits: _visits, ...withoutVisits } = stored;

type Row = [name: string, use: (s: TestSession) => unknown, result: unknown, kept: Record<string, unknown>];

const rows: Row[] = [
  ['get', (s) => s.get('num_visits'), 3, stored],
  ['get of what is missing', (s) => s.get('theme'), undefined, stored],
  ['get with a fallback', (s) => s.get('theme', 'dark'), 'dark', stored],
  ['get with a needless fallback', (s) => s.get('num_visits', 9), 3, stored],
  ['require', (s) => s.require('language'), 'es', stored],
  ['set', (s) => s.set('theme', 'dark'), undefined, { ...stored, theme: 'dark' }],
  ['set of what is there', (s) => s.set('language', 'en'), undefined, { ...stored, language: 'en' }],
  ['delete', (s) => s.delete('num_visits'), true, withoutVisits],
  ['delete of what is missing', (s) => s.delete('theme'), false, stored],
  ['pop', (s) => s.pop('num_visits'), 3, withoutVisits],
  ['pop of what is missing, with a fallback', (s) => s.pop('theme', 'light'), 'light', stored],
  ['setDefault', (s) => s.setDefault('num_visits', 9), 3, stored],
  ['setDefault of what is missing', (s) => s.setDefault('pageSize', 50), 50, { ...stored, pageSize: 50 }],
  [
    'update',
    (s) => s.update({ num_visits: 9, sort: 'year' }),
    undefined,
    { ...stored, num_visits: 9, sort: 'year' },
  ],
  ['increment', (s) => s.increment('num_visits'), 4, { ...stored, num_visits: 4 }],
  ['increment by more', (s) => s.increment('num_visits', 5), 8, { ...stored, num_visits: 8 }],
  ['increment by less', (s) => s.increment('num_visits', -3), 0, { ...stored, num_visits: 0 }],
  ['has', (s) => s.has('num_visits'), true, stored],
  ['has of what is missing', (s) => s.has('theme'), false, stored],
  ['keys', (s) => s.keys(), Object.keys(stored), stored],
  ['values', (s) => s.values(), Object.values(stored), stored],
  ['entries', (s) => s.entries(), Object.entries(stored), stored],
  ['iteration', (s) => [...s], Object.entries(stored), stored],
  ['size', (s) => s.size, 3, stored],
  ['clear', (s) => s.clear(), undefined, {}],
  ['clear, and a value', (s) => [s.clear(), s.increment('num_visits')][1], 1, { num_visits: 1 }],
  ['isEmpty', (s) => s.isEmpty, false, stored],
  ['setTestCookie', (s) => s.setTestCookie(), undefined, stored],
  ['deleteTestCookie', (s) => s.deleteTestCookie(), undefined, stored],
  ['setExpiry', (s) => s.setExpiry(60), undefined, stored],
  ['cycleKey', (s) => s.cycleKey(), undefined, stored],
  [
    'cycleKey, and a value',
    (s) => [s.cycleKey(), s.increment('num_visits')][1],
    4,
    { ...stored, num_visits: 4 },
  ],
  ['flush', (s) => s.flush(), undefined, {}],
  ['flush, and a value', (s) => [s.flush(), s.set('theme', 'dark')][1], undefined, { theme: 'dark' }],
  [
    'a change inside a value',
    (s) => s.get('closedNotices')?.push('hours'),
    2,
    { ...stored, closedNotices: ['demonstration', 'hours'] },
  ],
  [
    'delete, then set',
    (s) => [s.delete('num_visits'), s.set('num_visits', 7)][0],
    true,
    { ...stored, num_visits: 7 },
  ],
  ['set, then delete', (s) => [s.set('theme', 'dark'), s.delete('theme')][1], true, stored],
  [
    'delete, then increment',
    (s) => [s.delete('num_visits'), s.increment('num_visits')][1],
    1,
    { ...stored, num_visits: 1 },
  ],
];

onEngines(engines, () => {
  for (const [name, use, result, kept] of rows) {
    test(`${name}: what it returns, and what the next request finds`, async () => {
      const browser = await knownBrowser(fill);
      assert.deepEqual(await browser.request(use), result);
      assert.deepEqual(await browser.request(entriesOf), kept);
    });
  }

  test('what is missing is an error that names its key', async () => {
    const browser = await knownBrowser(fill);
    const missing = (error: unknown) => error instanceof SessionKeyError && error.key === 'theme';
    await assert.rejects(() => browser.request((s) => s.require('theme')), missing);
  });

  test('the test cookie worked from the request after it was set until it is deleted', async () => {
    const browser = await knownBrowser(fill);
    const asked = (s: TestSession) => s.testCookieWorked();
    assert.equal(await browser.request((s) => [s.setTestCookie(), asked(s)][1]), false);
    assert.equal(await browser.request(asked), true);
    assert.equal(await browser.request((s) => [s.deleteTestCookie(), s.increment('num_visits')][1]), 4);
    assert.equal(await browser.request(asked), false);
  });
});
