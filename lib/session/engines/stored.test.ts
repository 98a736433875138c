import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eq, isNotNull } from 'drizzle-orm';
import { db } from '#db/client';
import { sessions, sessionValues } from '#db/schema/sessions';
import { freshDatabase, testNow } from '#db/testing/database';
import { databaseStore } from '#lib/session/engines/database';
import { sessionStore } from '#lib/session/engines/engine';
import type { SessionStore } from '#lib/session/engines/store';
import { identityHash, newIdentity } from '#lib/session/identity';
import { open, seal } from '#lib/session/seal/seal';
import { after, entriesOf, knownBrowser, refresh, TestBrowser } from '#lib/session/testing/browser';
import { onEngines, storingEngines } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';

freshDatabase();

const visit = (session: TestSession) => session.increment('num_visits');
const times = <Result>(number: number, work: () => Promise<Result>) =>
  Promise.all(Array.from({ length: number }, work));

async function store(): Promise<SessionStore> {
  const chosen = await sessionStore();
  assert.ok(chosen);
  return chosen;
}

/** Removes all there is, and says how much that was. */
const countStored = async () => (await store()).clearExpired(after(100 * 365 * 24 * 60 * 60));

async function identityOf(browser: TestBrowser): Promise<string> {
  const opened = await open<{ id?: string }>(browser.cookie() ?? '', testNow);
  assert.ok(opened?.content.id);
  return opened.content.id;
}

async function withCookie(content: object): Promise<TestBrowser> {
  const browser = new TestBrowser();
  const value = seal(content, 3600, testNow);
  browser.kept.set('library-session', { value, ends: after(3600).getTime() });
  return browser;
}

onEngines(
  storingEngines,
  () => {
    test('the cookie of a known browser says who it is and nothing else', async () => {
      const browser = await knownBrowser(visit);
      const opened = await open<object>(browser.cookie() ?? '', testNow);
      assert.deepEqual(Object.keys(opened?.content ?? {}), ['id']);
      assert.match(await identityOf(browser), /^[\w-]{43}$/);
    });

    test('two browsers never have the same identity', async () => {
      const identities = await times(20, async () => identityOf(await knownBrowser(visit)));
      assert.equal(new Set(identities).size, 20);
    });

    test('1,000 requests that return no cookie leave nothing behind', async () => {
      await countStored();
      for (let n = 0; n < 10; n++) await times(100, () => new TestBrowser().request(visit));
      assert.equal(await countStored(), 0);
    });

    test('what the first request remembered is there when the browser returns, and then stored', async () => {
      await countStored();
      const browser = new TestBrowser();
      await browser.request((s) => [s.setExpiry(900), s.update({ num_visits: 1, language: 'es' })]);
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 1, language: 'es' });
      assert.equal(await countStored(), 0);
      assert.equal(await browser.request(visit), 2);
      assert.equal(await browser.request((s) => s.expiryAge), 900);
      assert.equal(await countStored(), 1);
    });

    test('a session that never held anything is never stored, whatever its browser returns', async () => {
      await countStored();
      const browser = await knownBrowser(visit);
      await countStored();
      for (const use of [refresh, (s: TestSession) => s.clear(), (s: TestSession) => s.cycleKey()]) {
        await browser.request(use);
        assert.equal(await countStored(), 0);
      }
    });

    test('100 requests at once of a browser that returns for the first time lose nothing', async () => {
      const browser = new TestBrowser();
      await browser.request((s) => s.update({ num_visits: 1, language: 'es' }));
      const seen = await times(100, () => visitAndLook(browser));
      assert.deepEqual(
        seen.toSorted((a, b) => a - b),
        Array.from({ length: 100 }, (_, n) => n + 2),
      );
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 101, language: 'es' });
    });

    test('100 requests that began before any was saved count 100, and each sees its own number', async () => {
      const browser = await knownBrowser(visit);
      const running = await times(100, () => browser.begin());
      for (const { session } of running) visit(session);
      await Promise.all(running.map(({ answer }) => answer()));
      const seen = running.map(({ session }) => session.get('num_visits') ?? 0);
      assert.deepEqual(
        seen.toSorted((a, b) => a - b),
        Array.from({ length: 100 }, (_, n) => n + 2),
      );
      assert.equal(await browser.request((s) => s.get('num_visits')), 101);
    });

    test('a number may be large', async () => {
      const browser = await knownBrowser((s) => s.set('num_visits', 2 ** 40));
      assert.equal(await browser.request((s) => s.increment('num_visits', 2 ** 33)), 2 ** 40 + 2 ** 33);
      assert.equal(await browser.request((s) => s.get('num_visits')), 2 ** 40 + 2 ** 33);
    });

    test('two requests at once that write different keys keep both', async () => {
      const browser = await knownBrowser((s) => s.update({ num_visits: 1, theme: 'light' }));
      const [one, other] = [await browser.begin(), await browser.begin()];
      one.session.set('language', 'es');
      one.session.delete('theme');
      other.session.set('pageSize', 50);
      await Promise.all([one.answer(), other.answer()]);
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 1, language: 'es', pageSize: 50 });
    });

    test('a request that has not changed how the session ends leaves what another has told it', async () => {
      const browser = await knownBrowser(visit);
      const [one, other] = [await browser.begin(), await browser.begin()];
      one.session.setExpiry(60);
      one.session.setTestCookie();
      visit(other.session);
      await one.answer();
      await other.answer();
      const told = await browser.request((s) => [s.expiryAge, s.testCookieWorked(), s.get('num_visits')]);
      assert.deepEqual(told, [60, true, 2]);
      assert.deepEqual(await browser.request(entriesOf, { at: after(60) }), {});
    });

    for (const [name, browserOf] of [
      ['that is stored', () => knownBrowser((s) => s.update({ num_visits: 7, list: [1, 2] }))],
      ['that its first cookie carries', firstAnswered],
    ] as const) {
      test(`a session ${name} and is destroyed stays so: a late save begins a new one`, async () => {
        const browser = await browserOf();
        const thief = browser.copy();
        const late = await browser.begin();
        visit(late.session);
        await browser.request((s) => s.flush());
        await late.answer();
        assert.deepEqual(await browser.request(entriesOf), { num_visits: 1 });
        assert.equal(await browser.request(visit), 2);
        assert.deepEqual(await thief.request(entriesOf), {});
        assert.equal(await thief.request(visit), 1);
        assert.equal(await browser.request(visit), 3);
      });

      test(`a session ${name} and is destroyed stays so for a late save without anything new`, async () => {
        const browser = await browserOf();
        const late = [await browser.begin(), await browser.begin(), await browser.begin()];
        late[0]?.session.delete('num_visits');
        late[1]?.session.clear();
        if (late[2]) refresh(late[2].session);
        await browser.request((s) => s.flush());
        for (const { answer } of late) {
          await answer();
          assert.deepEqual(browser.sent, []);
        }
        assert.equal(browser.cookie(), undefined);
      });

      test(`a session ${name} dies with its old key, and lives on with the new one`, async () => {
        const browser = await browserOf();
        const thief = browser.copy();
        const before = await identityOf(browser);
        await browser.request((s) => s.cycleKey());
        assert.notEqual(await identityOf(browser), before);
        assert.deepEqual(await browser.request(entriesOf), { num_visits: 7, list: [1, 2] });
        assert.deepEqual(await thief.request(entriesOf), {});
        assert.equal(await (await store()).read(before, testNow), 'moved');
        assert.equal(await (await store()).read(before, after(60)), 'ended');
      });
    }

    test('what was destroyed is gone apart from a mark, which goes when its cookie would have expired', async () => {
      const browser = await knownBrowser((s) => [s.setExpiry(600), visit(s)]);
      const id = await identityOf(browser);
      await browser.request((s) => s.flush());
      const { read } = await store();
      assert.equal(await read(id, after(599)), 'ended');
      assert.equal(await read(id, after(600)), undefined);
    });

    test('a visit and a destruction at once leave no values of the dead session', async () => {
      for (let n = 0; n < 20; n++) {
        const browser = await knownBrowser(visit);
        const id = await identityOf(browser);
        const [one, other] = [await browser.begin(), await browser.begin()];
        one.session.flush();
        other.session.set('language', 'es');
        await Promise.all([other.answer(), one.answer()]);
        assert.equal(await (await store()).read(id, testNow), 'ended');
      }
      if ((await store()) === databaseStore) assert.deepEqual(await valuesOfTheDead(), []);
    });

    for (const [name, id] of [
      ['an unknown one', newIdentity()],
      ['the hash of a stored one', 'hash'],
      ['a path', '../../session-password'],
      ['nothing', ''],
    ] as const) {
      test(`an identity that is not stored is never adopted: ${name}`, async () => {
        const known = await knownBrowser(visit);
        const forged = id === 'hash' ? identityHash(await identityOf(known)) : id;
        const browser = await withCookie({ id: forged });
        assert.deepEqual(await browser.request(entriesOf), {});
        assert.equal(await browser.request(visit), 1);
        assert.notEqual(await identityOf(browser), forged);
        assert.equal(await (await store()).read(forged, testNow), undefined);
      });
    }

    test('stored values of the wrong type read as absent, and can be written again', async () => {
      const values = { num_visits: 'many', language: 'tlh', theme: 'dark', list: { length: 3 }, odd: 1 };
      const browser = await withCookie({ id: newIdentity(), record: { values } });
      await browser.request(refresh);
      assert.deepEqual(await browser.request(entriesOf), { theme: 'dark' });
      assert.equal(await browser.request(visit), 1);
      assert.equal(await browser.request(visit), 2);
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 2, theme: 'dark' });
    });

    test('stored prototype keys do nothing', async () => {
      const record = JSON.parse(
        '{"values":{"__proto__":{"visits":7},"constructor":{"prototype":{}},"num_visits":1}}',
      );
      const browser = await withCookie({ id: newIdentity(), record });
      assert.equal(await browser.request(visit), 2);
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 2 });
      assert.equal(({} as Record<string, unknown>).visits, undefined);
    });

    test('an expired session is removed, and a living one is not', async () => {
      await countStored();
      const mayfly = await knownBrowser((s) => [s.setExpiry(60), visit(s)]);
      const other = await knownBrowser((s) => [s.setExpiry(60), visit(s)]);
      await other.request((s) => s.flush());
      const browser = await knownBrowser((s) => [s.setExpiry(61), visit(s)]);
      const { clearExpired } = await store();
      assert.equal(await clearExpired(after(59)), 0);
      assert.equal(await clearExpired(after(60)), 2);
      assert.equal(await clearExpired(after(60)), 0);
      assert.deepEqual(await mayfly.request(entriesOf), {});
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 1 });
    });
  },
  1,
);

async function visitAndLook(browser: TestBrowser): Promise<number> {
  const { session, answer } = await browser.begin();
  visit(session);
  await answer();
  return session.get('num_visits') ?? 0;
}

async function firstAnswered(): Promise<TestBrowser> {
  const browser = new TestBrowser();
  await browser.request((s) => s.update({ num_visits: 7, list: [1, 2] }));
  return browser;
}

const valuesOfTheDead = async () =>
  db
    .select({ key: sessionValues.key })
    .from(sessionValues)
    .innerJoin(sessions, eq(sessions.idHash, sessionValues.idHash))
    .where(isNotNull(sessions.endedAt));
