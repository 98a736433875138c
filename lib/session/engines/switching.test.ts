import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freshDatabase } from '#db/testing/database';
import { closeSessionStore, sessionStore } from '#lib/session/engines/engine';
import type { SessionStore } from '#lib/session/engines/store';
import { entriesOf, knownBrowser, TestBrowser } from '#lib/session/testing/browser';
import { chooseEngine, type Engine, engines, skipped } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';

freshDatabase();

const visit = (session: TestSession) => session.increment('num_visits');
const fill = (session: TestSession) => [
  session.setExpiry(3600),
  session.update({ num_visits: 7, language: 'es', list: [2, 1] }),
];
const filled = { num_visits: 7, language: 'es', list: [2, 1] };

/** Only from the browser itself and from the database, which every engine can read. */
const canCarry = (from: Engine) => from === 'cookie' || from === 'database';

const pairs = engines.flatMap((from) => engines.filter((to) => to !== from).map((to) => [from, to] as const));

const beginnings = [
  ['a known browser', () => knownBrowser(fill)],
  ['a browser after its first answer', firstAnswered],
] as const;

async function firstAnswered(): Promise<TestBrowser> {
  const browser = new TestBrowser();
  await browser.request(fill);
  return browser;
}

for (const [from, to] of pairs) {
  describe(`from ${from} to ${to}:`, { skip: skipped(from) || skipped(to) }, () => {
    for (const [name, browserOf] of beginnings) {
      const carried = canCarry(from) || browserOf === firstAnswered;

      test(`${name} ${carried ? 'keeps what it has' : 'begins anew'}`, async () => {
        await chooseEngine(from);
        const browser = await browserOf();
        await chooseEngine(to);
        assert.deepEqual(await browser.request(entriesOf), carried ? filled : {});
        assert.equal(await browser.request(visit), carried ? 8 : 1);
        assert.equal(await browser.request(visit), carried ? 9 : 2);
        assert.equal(await browser.request((s) => s.expiryAge), carried ? 3600 : 1_209_600);
      });

      test(`${name} that is forgotten at once stays so, also back in ${from}`, async () => {
        await chooseEngine(from);
        const browser = await browserOf();
        const window = browser.copy();
        await chooseEngine(to);
        await browser.request((s) => s.flush());
        assert.equal(browser.cookie(), undefined);
        await chooseEngine(from);
        assert.equal(await browser.request(visit), 1);
        if (from === 'database' && browserOf !== firstAnswered)
          assert.deepEqual(await window.request(entriesOf), {});
      });
    }

    test('what was carried over cannot be had from the old place', async () => {
      await chooseEngine(from);
      const browser = await knownBrowser(fill);
      const window = browser.copy();
      await chooseEngine(to);
      await browser.request(visit);
      await browser.request((s) => s.flush());
      await chooseEngine(from);
      if (from === 'database') assert.deepEqual(await window.request(entriesOf), {});
      assert.deepEqual(await browser.request(entriesOf), {});
      await closeSessionStore();
    });
  });
}

const storing = engines.filter((engine) => engine !== 'cookie');

for (const to of storing) {
  for (const from of ['cookie', 'database'] as const) {
    if (from === to) continue;
    test(`30 requests at once just after a change from ${from} to ${to} lose nothing`, {
      skip: skipped(to),
    }, async () => {
      await chooseEngine(from);
      const browser = await knownBrowser(fill);
      await chooseEngine(to);
      await Promise.all(Array.from({ length: 30 }, () => browser.request(visit)));
      assert.deepEqual(await browser.request(entriesOf), { ...filled, num_visits: 37 });
    });
  }
}

test('a change of engine and back loses no counter', async () => {
  await chooseEngine('cookie');
  const browser = new TestBrowser();
  let visits = 0;
  for (const engine of ['cookie', 'database', 'cookie', 'database', 'memory'] as const) {
    await chooseEngine(engine);
    for (const _ of [1, 2, 3]) assert.equal(await browser.request(visit), ++visits, engine);
  }
});

const shared = globalThis as typeof globalThis & {
  librarySessionStore?: Promise<{ store: SessionStore; close: () => Promise<void> }>;
};

/** What happens after the next session was looked for in the store, and before that is answered. */
async function afterNextRead(work: () => Promise<unknown>): Promise<void> {
  const store = await sessionStore();
  assert.ok(store);
  let pending: typeof work | undefined = work;
  const read: SessionStore['read'] = async (id, now) => {
    const found = await store.read(id, now);
    const meanwhile = pending;
    pending = undefined;
    await meanwhile?.();
    return found;
  };
  shared.librarySessionStore = Promise.resolve({ store: { ...store, read }, close: async () => {} });
}

test('a session that another request carries over while this one looks for it is found', async () => {
  await chooseEngine('database');
  const browser = await knownBrowser(fill);
  const window = browser.copy();
  await chooseEngine('memory');
  await afterNextRead(() => window.request(visit));
  assert.equal(await browser.request(visit), 9);
  assert.deepEqual(await browser.request(entriesOf), { ...filled, num_visits: 9 });
});
