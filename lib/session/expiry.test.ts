import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { emptyTables, freshDatabase } from '#db/testing/database';
import { clearExpiredSessions } from '#lib/session/expiry';
import { after, entriesOf, knownBrowser } from '#lib/session/testing/browser';
import { chooseEngine, engines, onEngines } from '#lib/session/testing/engines';
import { storages } from '#lib/session/testing/many-sessions';

freshDatabase();
beforeEach(emptyTables);

const day = 24 * 60 * 60;

const browserFor = (seconds: number) =>
  knownBrowser((s) => [s.setExpiry(seconds), s.update({ num_visits: 1, language: 'es' })]);

onEngines(
  engines,
  (engine) => {
    test('exactly the expired sessions are removed, and counted', async () => {
      await clearExpiredSessions(after(365 * day));
      await browserFor(60);
      await browserFor(61);
      const lasting = await browserFor(3600);
      const [first, second] = [
        await clearExpiredSessions(after(60)),
        await clearExpiredSessions(after(1000)),
      ];
      // Redis forgets by itself, by its own clock.
      const isOurs = engine !== 'cookie' && engine !== 'redis';
      assert.deepEqual([first, second], isOurs ? [1, 1] : [0, 0]);
      assert.deepEqual(await lasting.request(entriesOf, { at: after(1000) }), {
        num_visits: 1,
        language: 'es',
      });
    });

    test('what a former engine left in the database is removed too', async () => {
      await chooseEngine('database');
      await browserFor(60);
      await chooseEngine(engine, 2);
      assert.equal(await clearExpiredSessions(after(60)), 1);
      assert.equal(await clearExpiredSessions(after(60)), 0);
    });
  },
  2,
);

test('of many more expired sessions than are removed at once none is left, and the others are', async () => {
  for (const [engine, fill] of Object.entries(storages)) {
    await chooseEngine(engine as 'database');
    await clearExpiredSessions(after(365 * day));
    await fill({ expired: 1203, lasting: 7, ends: after(60) });
    assert.equal(await clearExpiredSessions(after(60)), 1203, engine);
    assert.equal(await clearExpiredSessions(after(60)), 0, engine);
    assert.equal(await clearExpiredSessions(after(365 * day)), 7, engine);
  }
});
