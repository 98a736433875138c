import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { freshDatabase, testNow as now } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { sessionStore } from '#lib/session/engines/engine';
import { newIdentity } from '#lib/session/identity';
import { openSession } from '#lib/session/open-session';
import { saveSession } from '#lib/session/save-session';
import { engines, onEngines, storingEngines } from '#lib/session/testing/engines';

freshDatabase();

const shape = z.object({ ratio: z.number(), label: z.string() });

/** A browser that keeps what it is sent, and a request of it. */
function browser() {
  let cookie: string | undefined;
  const begin = () => openSession({ shape }, cookie, { now });
  const answer = async (opened: Awaited<ReturnType<typeof begin>>) => {
    const write = (_: string, value: string) => {
      cookie = value;
    };
    await saveSession(opened, { read: () => cookie, write }, { https: false, now });
  };
  return { begin, answer };
}

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });

onEngines(engines, () => {
  test('fractions add up as numbers do, one request after the other', async () => {
    const property = fc.asyncProperty(fc.array(anyNumber, { maxLength: 4 }), async (additions) => {
      const { begin, answer } = browser();
      let sum = 0;
      for (const by of additions) {
        const opened = await begin();
        sum += by;
        assert.equal(opened.session.increment('ratio', by), sum);
        await answer(opened);
      }
      assert.equal((await begin()).session.get('ratio', 0), sum);
    });
    await fc.assert(property, {
      numRuns: 40,
      examples: [[[0.5, 0.5]], [[0.1, 0.2]], [[1e21, 1]], [[-0.5, 0.5]]],
    });
  });
});

onEngines(storingEngines, () => {
  test('fractions that requests add at once add up, and nothing else of them is lost', async () => {
    const { begin, answer } = browser();
    for (const by of [0.5, 0.25]) {
      const opened = await begin();
      opened.session.increment('ratio', by);
      await answer(opened);
    }
    const requests = [await begin(), await begin(), await begin()];
    for (const { session } of requests) session.increment('ratio', 0.125);
    requests[0]?.session.set('label', 'kept');
    for (const opened of requests) await answer(opened);
    assert.deepEqual(Object.fromEntries((await begin()).session), { ratio: 1.125, label: 'kept' });
  });

  test('a store adds fractions by itself', async () => {
    const store = await sessionStore();
    const id = newIdentity();
    const add = (base?: { values: { ratio: number } }) =>
      store?.write(id, { base, changes: { set: {}, deleted: [], increments: { ratio: 0.5 } } }, now);
    assert.deepEqual(await add({ values: { ratio: 0.5 } }), { values: { ratio: 1 } });
    assert.deepEqual(await add(), { values: { ratio: 1.5 } });
  });
});
