import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freshDatabase } from '#db/testing/database';
import { after, entriesOf, knownBrowser, refresh, TestBrowser } from '#lib/session/testing/browser';
import { engines, onEngines } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';

freshDatabase();

const visit = (session: TestSession) => session.increment('num_visits');
const seals = globalThis as typeof globalThis & { librarySeals?: Map<string, unknown> };
const day = 24 * 60 * 60;

type Use = (session: TestSession) => unknown;

const untouched: [string, Use][] = [
  ['that nobody looked at', () => {}],
  ['that was read', (s) => [s.get('num_visits'), s.has('theme'), s.keys(), s.size, s.testCookieWorked()]],
  ['whose missing value was deleted', (s) => s.delete('theme')],
  ['whose change was taken back', (s) => [s.get('closedNotices')?.push('a'), s.get('closedNotices')?.pop()]],
];
const neverHeld: [string, Use][] = [
  ['that was cleared', (s) => s.clear()],
  ['that was flushed', (s) => s.flush()],
  ['that got a new key', (s) => s.cycleKey()],
  ['whose only value went again', (s) => [s.set('num_visits', 1), s.delete('num_visits')]],
  ['that is to be refreshed', refresh],
];

onEngines(engines, (engine) => {
  for (const [name, use] of [...untouched, ...neverHeld]) {
    test(`a new session ${name} sets no cookie`, async () => {
      const browser = new TestBrowser();
      await browser.request(use);
      assert.deepEqual(browser.sent, []);
    });
  }

  for (const [name, use] of untouched) {
    test(`a session with values ${name} sets no cookie, and stays as it is`, async () => {
      const browser = await knownBrowser((s) =>
        s.update({ num_visits: 3, closedNotices: ['demonstration'] }),
      );
      await browser.request(use);
      assert.deepEqual(browser.sent, []);
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 3, closedNotices: ['demonstration'] });
    });
  }

  test('a browser counts 1, 2, 3, and another one starts at 1', async () => {
    const browser = new TestBrowser();
    const counts = [await browser.request(visit), await browser.request(visit), await browser.request(visit)];
    assert.deepEqual(counts, [1, 2, 3]);
    assert.equal(await new TestBrowser().request(visit), 1);
  });

  test('a process that has not seen the cookie before opens it too', async () => {
    const browser = await knownBrowser(visit);
    seals.librarySeals?.clear();
    assert.equal(await browser.request(visit), 2);
  });

  test('the cookie tells a reader nothing', async () => {
    const browser = await knownBrowser((s) => s.set('closedNotices', ['demonstration']));
    assert.doesNotMatch(browser.cookie() ?? '', /demonstration|closedNotices/);
  });

  for (const [https, name] of [
    [false, 'library-session'],
    [true, '__Host-library-session'],
  ] as const) {
    test(`the cookie over ${https ? 'https' : 'http'}`, async () => {
      const browser = new TestBrowser();
      for (const visits of [1, 2]) {
        assert.equal(await browser.request(visit, { https }), visits);
        const [cookie, ...others] = browser.sent;
        assert.deepEqual(others, []);
        assert.equal(cookie?.name, name);
        const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: https, maxAge: 14 * day };
        assert.deepEqual(cookie?.attributes, attributes);
      }
    });
  }

  test('a cookie of garbage is an empty session, replaced when there is something to keep', async () => {
    const browser = new TestBrowser();
    browser.kept.set('library-session', { value: 'Fe26.2*1*garbage', ends: after(60).getTime() });
    assert.deepEqual(await browser.request(entriesOf), {});
    assert.deepEqual(browser.sent, []);
    assert.equal(await browser.request(visit), 1);
    assert.equal(await browser.request(visit), 2);
  });

  test('a tampered cookie is an empty session', async () => {
    const browser = await knownBrowser(visit);
    const value = (browser.cookie() ?? '').replace('*2*', '*3*');
    browser.kept.set('library-session', { value, ends: after(60).getTime() });
    assert.deepEqual(await browser.request(entriesOf), {});
  });

  describe('a session ends', () => {
    test('two weeks after the browser was last told, and is told at the latest after a day', async () => {
      const browser = await knownBrowser(visit);
      assert.equal(await browser.request(visit, { at: after(day + 1) }), 2);
      assert.equal(browser.sent.length, 1);
      assert.deepEqual(await browser.request(entriesOf, { at: after(15 * day) }), { num_visits: 2 });
      assert.deepEqual(await browser.request(entriesOf, { at: after(15 * day + 1) }), {});
      assert.equal(await browser.request(visit, { at: after(15 * day + 1) }), 1);
    });

    test('also for somebody whose browser does not delete its cookie', async () => {
      const browser = await knownBrowser((s) => [s.setExpiry(60), visit(s)]);
      browser.kept.set('library-session', { value: browser.cookie() ?? '', ends: after(day).getTime() });
      assert.deepEqual(await browser.request(entriesOf, { at: after(59) }), { num_visits: 1 });
      assert.deepEqual(await browser.request(entriesOf, { at: after(60) }), {});
    });

    test('after so many seconds without a change: reading does not count', async () => {
      const browser = await knownBrowser((s) => [s.setExpiry(60), visit(s)]);
      await browser.request(entriesOf, { at: after(50) });
      assert.deepEqual(await browser.request(entriesOf, { at: after(61) }), {});
    });

    test('later when it is refreshed', async () => {
      const browser = await knownBrowser((s) => [s.setExpiry(60), visit(s)]);
      await browser.request(refresh, { at: after(50) });
      assert.equal(browser.sent[0]?.attributes.maxAge, 60);
      assert.deepEqual(await browser.request(entriesOf, { at: after(109) }), { num_visits: 1 });
      assert.deepEqual(await browser.request(entriesOf, { at: after(110) }), {});
    });

    test('at a fixed moment, whatever happens before', async () => {
      const browser = await knownBrowser((s) => [s.setExpiry(after(100)), visit(s)]);
      assert.equal(await browser.request(visit, { at: after(90) }), 2);
      assert.deepEqual(await browser.request(entriesOf, { at: after(99) }), { num_visits: 2 });
      assert.equal(await browser.request(visit, { at: after(100) }), 1);
    });

    test('at once, at a moment that has passed', async () => {
      const browser = await knownBrowser(visit);
      await browser.request((s) => [s.setExpiry(after(-100)), s.set('theme', 'dark')]);
      assert.deepEqual(await browser.request(entriesOf), {});
    });

    test('when the browser is closed', async () => {
      const browser = await knownBrowser((s) => [s.setExpiry(0), visit(s)]);
      assert.equal('maxAge' in (browser.sent[0]?.attributes ?? {}), false);
      assert.equal(await browser.request(visit, { at: after(day) }), 2);
      browser.close();
      assert.deepEqual(await browser.request(entriesOf, { at: after(day) }), {});
    });

    test('when the browser is closed no more, after the default was asked for again', async () => {
      const browser = await knownBrowser((s) => [s.setExpiry(0), visit(s)]);
      await browser.request((s) => s.setExpiry(null));
      browser.close();
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 1 });
    });

    test('when the browser is closed, after that was asked for later', async () => {
      const browser = await knownBrowser(visit);
      await browser.request((s) => s.setExpiry(0));
      browser.close();
      assert.deepEqual(await browser.request(entriesOf), {});
    });

    test('after a fraction of a second, rounded up', async () => {
      const browser = await knownBrowser((s) => [s.setExpiry(1.5), visit(s)]);
      assert.equal(await browser.request((s) => s.expiryAge), 2);
      assert.deepEqual(await browser.request(entriesOf, { at: after(1) }), { num_visits: 1 });
      assert.deepEqual(await browser.request(entriesOf, { at: after(2) }), {});
    });
  });

  test('what it was told about its end is told again', async () => {
    const browser = await knownBrowser((s) => [s.setExpiry(90), visit(s)]);
    const told = (s: TestSession) => [s.expiryAge, s.expiryDate, s.expiresAtBrowserClose];
    assert.deepEqual(await browser.request(told), [90, after(90), false]);
    await browser.request((s) => s.setExpiry(after(40)));
    assert.deepEqual(await browser.request(told, { at: after(10) }), [30, after(40), false]);
    await browser.request((s) => s.setExpiry(0));
    assert.deepEqual(await browser.request(told), [14 * day, after(14 * day), true]);
    await browser.request((s) => s.setExpiry(null));
    assert.deepEqual(await browser.request(told), [14 * day, after(14 * day), false]);
  });

  test('clear keeps the session and its end', async () => {
    const browser = await knownBrowser((s) => [s.setExpiry(90), visit(s)]);
    await browser.request((s) => s.clear());
    assert.deepEqual(await browser.request((s) => [s.isEmpty, s.expiryAge]), [true, 90]);
  });

  test('flush deletes the cookie, and the next write starts a session of its own', async () => {
    const browser = await knownBrowser((s) => [s.setExpiry(90), s.set('language', 'es')]);
    await browser.request((s) => s.flush());
    const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: false, maxAge: 0 };
    assert.deepEqual(browser.sent, [{ name: 'library-session', value: '', attributes }]);
    assert.equal(await browser.request(visit), 1);
    assert.deepEqual(await browser.request((s) => [entriesOf(s), s.expiryAge]), [
      { num_visits: 1 },
      14 * day,
    ]);
  });

  test('a test cookie outlives the flush before it', async () => {
    const browser = await knownBrowser(visit);
    await browser.request((s) => [s.flush(), s.setTestCookie()]);
    assert.equal(await browser.request((s) => s.testCookieWorked()), true);
    assert.deepEqual(await browser.request(entriesOf), {});
  });

  const kept = engine === 'cookie' ? 'the last answer wins' : 'both are kept';
  test(`two requests at once that change different keys: ${kept}`, async () => {
    const browser = await knownBrowser(visit);
    const [first, second] = [await browser.begin(), await browser.begin()];
    first.session.set('theme', 'dark');
    second.session.set('language', 'es');
    await first.answer();
    await second.answer();
    const theme = engine === 'cookie' ? {} : { theme: 'dark' };
    assert.deepEqual(await browser.request(entriesOf), { num_visits: 1, ...theme, language: 'es' });
  });
});
