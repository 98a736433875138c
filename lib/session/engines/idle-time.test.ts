import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freshDatabase, testNow } from '#db/testing/database';
import { settings } from '#lib/env';
import { after, entriesOf, knownBrowser, refresh, TestBrowser } from '#lib/session/testing/browser';
import { engines, onEngines } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';

freshDatabase();

const visit = (session: TestSession) => session.increment('num_visits');

/** `at` seconds: saved then; the session is still there `idle` seconds later, and gone after them. */
async function assertIdle(browser: TestBrowser, saves: number[], idle: number): Promise<void> {
  for (const at of saves) await browser.request(refresh, { at: after(at) });
  const last = saves.at(-1) ?? 0;
  const early = browser.copy();
  assert.equal(await early.request((s) => s.get('num_visits'), { at: after(last + idle - 0.5) }), 7);
  assert.deepEqual(await browser.request(entriesOf, { at: after(last + idle + 0.5) }), {});
}

onEngines(engines, () => {
  describe('a session ends so long after its last save, whenever that was:', () => {
    for (const saves of [[], [1], [59], [59, 118], [61], [599], [1, 2, 3, 598]])
      test(`600 seconds, saved at ${[0, ...saves].join(', ')}`, async () => {
        const browser = await knownBrowser((s) => [s.set('num_visits', 7), s.setExpiry(600)]);
        await assertIdle(browser, saves, 600);
      });

    for (const saves of [[3600], [86_000], [86_000, 172_000], [1_209_599]])
      test(`two weeks, saved at ${saves.join(', ')}`, async () => {
        const browser = await knownBrowser((s) => s.set('num_visits', 7));
        await assertIdle(browser, saves, 1_209_600);
      });
  });

  test('a moment is that very moment, however often it is saved', async () => {
    for (const ms of [10_200, 10_500, 11_000, 10_001]) {
      const end = new Date(testNow.getTime() + ms);
      const browser = await knownBrowser((s) => {
        visit(s);
        s.setExpiry(end);
        assert.deepEqual(s.expiryDate, end);
      });
      await browser.request(visit, { at: after(5) });
      const at = (shift: number) => ({ at: new Date(end.getTime() + shift) });
      assert.equal(await browser.copy().request((s) => s.get('num_visits'), at(-1)), 2);
      assert.equal(await browser.copy().request((s) => s.get('num_visits'), at(1)), undefined);
    }
  });

  test('ends that no session can have are refused at once, and change nothing', async () => {
    const browser = await knownBrowser((s) => [visit(s), s.setExpiry(600)]);
    const wrong = [
      1e13,
      9e15,
      Number.MAX_VALUE,
      Number.NaN,
      -1,
      Number.POSITIVE_INFINITY,
      '',
      '600',
      true,
      [],
      {},
    ];
    await browser.request((s) => {
      for (const value of wrong) assert.throws(() => s.setExpiry(value as number), RangeError, String(value));
      for (const value of [8.64e15, Number.NaN, 253_402_300_800_000])
        assert.throws(() => s.setExpiry(new Date(value)), RangeError);
      assert.equal(s.modified, false);
      assert.equal(s.expiryAge, 600);
    });
    assert.equal(await browser.request(visit), 2);
  });

  test('the longest and the shortest end are kept', async () => {
    for (const value of [new Date('9999-12-30'), 200_000_000_000, 0.2, new Date('0001-01-01'), 0]) {
      const browser = await knownBrowser((s) => [visit(s), s.setExpiry(value)]);
      const isPast = value instanceof Date && value < testNow;
      assert.equal(await browser.request((s) => s.get('num_visits')), isPast ? undefined : 1, String(value));
    }
  });

  test('an expiry that was the default already is no change', async () => {
    const browser = await knownBrowser(visit);
    await browser.request((s) => s.setExpiry(null));
    assert.deepEqual(browser.sent, []);
  });
});

onEngines(engines, () => {
  const withSettings = async (values: Partial<ReturnType<typeof settings>>, work: () => Promise<void>) => {
    const before = { ...settings() };
    Object.assign(settings(), values);
    await work().finally(() => Object.assign(settings(), before));
  };

  test('the age of all sessions is a setting', () =>
    withSettings({ SESSION_COOKIE_AGE: 3600 }, async () => {
      const browser = await knownBrowser((s) => s.set('num_visits', 7));
      assert.equal(browser.sent[0]?.attributes.maxAge, 3600);
      await assertIdle(browser, [1800], 3600);
    }));

  test('all sessions may end with the browser, but for those that were given their time', () =>
    withSettings({ SESSION_EXPIRE_AT_BROWSER_CLOSE: 'on' }, async () => {
      const browser = await knownBrowser((s) => s.set('num_visits', 7));
      assert.equal(browser.sent[0]?.attributes.maxAge, undefined);
      assert.equal(await browser.request((s) => s.expiresAtBrowserClose), true);
      browser.close();
      assert.deepEqual(await browser.request(entriesOf), {});
      const lasting = await knownBrowser((s) => [visit(s), s.setExpiry(600)]);
      lasting.close();
      assert.equal(await lasting.request((s) => s.get('num_visits')), 1);
    }));

  test('two libraries on one host have each a cookie of its own', async () => {
    const browser = new TestBrowser();
    const inRoom = (work: () => Promise<void>) => withSettings({ SESSION_COOKIE_NAME: 'reading-room' }, work);
    await browser.request(visit);
    await inRoom(async () => {
      for (const n of [1, 2, 3]) assert.equal(await browser.request(visit), n);
    });
    assert.equal(await browser.request(visit), 2);
    assert.deepEqual([...browser.kept.keys()], ['library-session', 'reading-room']);
  });

  test('a path of its own goes without the prefix that forbids one', () =>
    withSettings({ SESSION_COOKIE_PATH: '/library' }, async () => {
      const browser = new TestBrowser();
      await browser.request(visit, { https: true });
      const [cookie] = browser.sent;
      assert.equal(cookie?.name, '__Secure-library-session');
      assert.deepEqual([cookie?.attributes.path, cookie?.attributes.secure], ['/library', true]);
      assert.equal(await browser.request(visit, { https: true }), 2);
    }));
});
