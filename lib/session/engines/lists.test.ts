import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { entriesOf, knownBrowser } from '#lib/session/testing/browser';
import { engines, onEngines, storingEngines } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';

freshDatabase();

const listOf = (session: TestSession) => session.get('list');

onEngines(engines, () => {
  test('a list holds an item once, at the end, or at the start from wherever it was', async () => {
    const browser = await knownBrowser((s) => s.set('viewed', [1]));
    const steps: [item: number, options: Parameters<TestSession['addTo']>[2], changed: boolean, number[]][] =
      [
        [2, {}, true, [1, 2]],
        [1, {}, false, [1, 2]],
        [2, { at: 'start' }, true, [2, 1]],
        [2, { at: 'start' }, false, [2, 1]],
        [3, { at: 'start', most: 2 }, true, [3, 2]],
        [4, { most: 2 }, true, [2, 4]],
      ];
    for (const [item, options, changed, expected] of steps) {
      assert.equal(await browser.request((s) => s.addTo('viewed', item, options)), changed);
      assert.deepEqual(await browser.request((s) => s.get('viewed')), expected);
    }
    assert.equal(await browser.request((s) => s.takeFrom('viewed', 4)), true);
    assert.equal(await browser.request((s) => s.takeFrom('viewed', 4)), false);
    assert.deepEqual(await browser.request((s) => s.get('viewed')), [2]);
  });

  test('an absent list begins, and what does not fit is refused at once', async () => {
    const browser = await knownBrowser((s) => s.set('num_visits', 1));
    assert.equal(await browser.request((s) => s.addTo('list', 5)), true);
    const refused = browser.request((s) => s.addTo('list', 0));
    await assert.rejects(refused, { name: 'ZodError' });
    assert.deepEqual(await browser.request(entriesOf), { num_visits: 1, list: [5] });
  });

  test('added and changed inside in one request: both are kept', async () => {
    const browser = await knownBrowser((s) => s.set('list', [1]));
    await browser.request((s) => [s.addTo('list', 2), s.get('list')?.push(3)]);
    assert.deepEqual(await browser.request(listOf), [1, 2, 3]);
  });
});

onEngines(storingEngines, () => {
  test('twenty requests at once add twenty books', async () => {
    const browser = await knownBrowser((s) => s.set('list', [1, 2]));
    const requests = await Promise.all(Array.from({ length: 20 }, () => browser.begin()));
    for (const [n, { session }] of requests.entries()) session.addTo('list', 100 + n);
    await Promise.all(requests.map(({ answer }) => answer()));
    const list = await browser.request(listOf);
    assert.deepEqual(list?.slice(0, 2), [1, 2]);
    assert.deepEqual(
      list?.slice(2).toSorted((a, b) => a - b),
      Array.from({ length: 20 }, (_, n) => 100 + n),
    );
  });

  test('what requests at once add is there, and what they take is gone, in any order of their answers', async () => {
    const anyItem = fc.integer({ min: 1, max: 12 });
    const anyEdits = fc.array(fc.record({ item: anyItem, adds: fc.boolean() }), { maxLength: 4 });
    const property = fc.asyncProperty(
      fc.uniqueArray(anyItem, { maxLength: 6 }),
      fc.array(anyEdits, { minLength: 2, maxLength: 3 }),
      async (before, requests) => {
        const browser = await knownBrowser((s) => s.set('list', before));
        const running = await Promise.all(requests.map(() => browser.begin()));
        const expected = new Set(before);
        for (const [n, { session, answer }] of running.entries()) {
          const changed = new Map<number, boolean>();
          for (const { item, adds } of requests[n] ?? []) {
            const did = adds ? session.addTo('list', item) : session.takeFrom('list', item);
            if (did) changed.set(item, adds);
          }
          const isNothing = JSON.stringify(session.get('list')) === JSON.stringify(before);
          await answer();
          if (isNothing) continue;
          for (const [item, adds] of changed) adds ? expected.add(item) : expected.delete(item);
        }
        assert.deepEqual(new Set(await browser.request(listOf)), expected);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  test('a list that another request filled takes no more, and loses nothing', async () => {
    const all = Array.from({ length: 149 }, (_, n) => n + 1);
    const browser = await knownBrowser((s) => s.set('list', all));
    const [one, other] = [await browser.begin(), await browser.begin()];
    one.session.addTo('list', 200);
    other.session.addTo('list', 201);
    other.session.set('theme', 'dark');
    await one.answer();
    await other.answer();
    assert.deepEqual(await browser.request(entriesOf), { list: [...all, 200], theme: 'dark' });
  });
});
