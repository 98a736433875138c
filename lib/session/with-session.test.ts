import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { execute, freshDatabase, testNow as now } from '#db/testing/database';
import { entriesOf, knownBrowser, type TestBrowser } from '#lib/session/testing/browser';
import { chooseEngine, engines, onEngines } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';
import { workWithSession } from '#lib/session/with-session';

freshDatabase();

class Redirect extends Error {}

const reader = () => knownBrowser((s) => s.update({ num_visits: 7, list: [1] }));

async function handle<Result>(browser: TestBrowser, work: (session: TestSession) => Promise<Result>) {
  const opened = await browser.begin();
  const isControlFlow = (error: unknown) => error instanceof Redirect;
  const sent: Parameters<TestBrowser['receive']>[0] = [];
  const write = (name: string, value: string, attributes: object) =>
    void sent.push({ name, value, attributes: { ...attributes } });
  const context = { https: false, now, isControlFlow };
  try {
    return await workWithSession(opened, { read: () => browser.cookie(), write }, context, work);
  } finally {
    browser.receive(sent, now);
  }
}

const changes: [name: string, change: (session: TestSession) => void][] = [
  ['a value', (s) => s.set('num_visits', 50)],
  ['an addition', (s) => s.increment('num_visits')],
  ['a new key', (s) => s.cycleKey()],
  ['a destruction', (s) => s.flush()],
  ['an expiry', (s) => s.setExpiry(600)],
];

onEngines(engines, () => {
  describe('an answer of 500 or above saves nothing:', () => {
    for (const [name, change] of changes) {
      for (const status of [500, 503, 599]) {
        test(`${name}, ${status}`, async () => {
          const browser = await reader();
          const cookie = browser.cookie();
          const answer = await handle(browser, async (s) => [change(s), new Response('x', { status })][1]);
          assert.equal((answer as Response).status, status);
          assert.equal(browser.cookie(), cookie);
          assert.deepEqual(await browser.request(entriesOf), { num_visits: 7, list: [1] });
        });
      }
    }
  });

  for (const status of [200, 303, 404, 422, 499])
    test(`an answer of ${status} saves, and is kept by no cache`, async () => {
      const browser = await reader();
      const answer = await handle(browser, async (s) => {
        s.increment('num_visits');
        return new Response(null, { status, headers: { 'x-kept': 'yes', vary: 'Accept' } });
      });
      assert.equal(await browser.request((s) => s.get('num_visits')), 8);
      const { headers } = answer;
      assert.deepEqual(
        [answer.status, headers.get('x-kept'), headers.get('cache-control'), headers.get('vary')],
        [status, 'yes', 'private, no-store', 'Accept, Cookie'],
      );
    });

  test('an answer that has nothing to do with the session, or knows its caches, is left alone', async () => {
    const browser = await reader();
    const plain = await handle(browser, async () => new Response('x'));
    assert.deepEqual([plain.headers.get('cache-control'), plain.headers.get('vary')], [null, null]);
    const own = new Response('x', { headers: { 'cache-control': 'private, max-age=5' } });
    const answer = await handle(browser, async (s) => (s.has('list') ? own : undefined));
    assert.equal(answer?.headers.get('cache-control'), 'private, max-age=5');
  });

  test('a redirect saves, a failure does not', async () => {
    const browser = await reader();
    const leave = (error: Error) =>
      handle(browser, async (s) => {
        s.increment('num_visits');
        throw error;
      });
    await assert.rejects(leave(new Error('out of paper')), /out of paper/);
    assert.equal(await browser.request((s) => s.get('num_visits')), 7);
    await assert.rejects(leave(new Redirect('/list')), Redirect);
    assert.equal(await browser.request((s) => s.get('num_visits')), 8);
  });

  test('a change inside a value that does not fit saves nothing at all', async () => {
    const browser = await reader();
    const changing = handle(browser, async (s) => [s.increment('num_visits'), s.get('list')?.push(0)]);
    await assert.rejects(changing, { name: 'SessionValueError' });
    assert.deepEqual(await browser.request(entriesOf), { num_visits: 7, list: [1] });
  });
});

test('who asks for a change hears that the store does not answer', async () => {
  await chooseEngine('database');
  const browser = await reader();
  await execute('alter table sessions rename to put_away');
  try {
    const changing = handle(browser, async (s) => s.set('theme', 'dark'));
    await assert.rejects(changing, { name: 'SessionNotStoredError' });
    assert.equal(await handle(browser, async (s) => s.size), 0);
  } finally {
    await execute('alter table put_away rename to sessions');
    await chooseEngine('cookie');
  }
});
