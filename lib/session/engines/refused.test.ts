import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freshDatabase } from '#db/testing/database';
import { entriesOf, knownBrowser } from '#lib/session/testing/browser';
import { engines, onEngines, storingEngines } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';

freshDatabase();

const reader = () => knownBrowser((s) => s.update({ list: [1, 2, 3], closedNotices: ['a'], num_visits: 7 }));
const before = { num_visits: 7, closedNotices: ['a'], list: [1, 2, 3] };

const misfits: [name: string, change: (session: TestSession) => unknown, key: string][] = [
  ['an element that does not fit', (s) => s.get('list')?.push(0), 'list'],
  ['a field of a form that was not there', (s) => s.get('list')?.push(Number(null)), 'list'],
  ['no number', (s) => s.get('list')?.push(Number.NaN), 'list'],
  ['a hole', (s) => Object.assign(s.require('list'), { 9: 9 }), 'list'],
  ['one too many', (s) => s.require('list').push(...Array.from({ length: 148 }, (_, n) => n + 10)), 'list'],
  ['what is no JSON', (s) => s.get('list')?.push(5n as never), 'list'],
  ['a circle', (s) => s.require('closedNotices').push(s.require('closedNotices') as never), 'closedNotices'],
  ['a text too long', (s) => s.get('closedNotices')?.push('x'.repeat(41)), 'closedNotices'],
];

onEngines(engines, () => {
  describe('a change inside a value that does not fit is refused by name when it is saved, and costs nothing:', () => {
    for (const [name, change, key] of misfits) {
      test(name, async () => {
        const browser = await reader();
        await assert.rejects(browser.request(change), {
          name: 'SessionValueError',
          keys: [key],
          message: new RegExp(`“${key}”`),
        });
        assert.deepEqual(await browser.request(entriesOf), before);
      });
    }
  });
});

onEngines(storingEngines, () => {
  test('all else that the request did is saved', async () => {
    const browser = await reader();
    const { session, answer } = await browser.begin();
    session.increment('num_visits');
    session.addTo('list', 4);
    session.get('list')?.push(0);
    session.set('theme', 'dark');
    await assert.rejects(answer(), /“list”/);
    const expected = { ...before, num_visits: 8, theme: 'dark', list: [1, 2, 3, 4] };
    assert.deepEqual(await browser.request(entriesOf), expected);
  });
});

onEngines(engines, () => {
  test('what was changed before it was called unmodified is not saved', async () => {
    const browser = await reader();
    await browser.request((s) => {
      s.set('num_visits', 8);
      s.get('list')?.push(4);
      s.modified = false;
      assert.equal(s.modified, false);
    });
    assert.deepEqual(browser.sent, []);
    assert.deepEqual(await browser.request(entriesOf), before);
  });

  test('unless something changes after it: then all of it is', async () => {
    const browser = await reader();
    await browser.request((s) => {
      s.set('num_visits', 8);
      s.modified = false;
      s.get('list')?.push(4);
      assert.equal(s.modified, true);
    });
    assert.deepEqual(await browser.request(entriesOf), { ...before, num_visits: 8, list: [1, 2, 3, 4] });
  });

  test('a change that is taken back after it is one', async () => {
    const browser = await reader();
    await browser.request((s) => {
      s.get('list')?.push(4);
      s.modified = false;
      s.get('list')?.pop();
      assert.equal(s.modified, true);
    });
  });
});
