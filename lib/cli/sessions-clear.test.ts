import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase, runApart, engine as sql, testNow } from '#db/testing/database';
import { sessionsClear } from '#lib/cli/sessions-clear';
import { clearExpiredSessions } from '#lib/session/expiry';
import { after, knownBrowser } from '#lib/session/testing/browser';
import { chooseEngine, onEngines, storingEngines } from '#lib/session/testing/engines';

freshDatabase();

const browserForAMinute = () => knownBrowser((s) => [s.setExpiry(60), s.set('num_visits', 1)]);

onEngines(
  storingEngines,
  () => {
    test('it says how many it removed', async () => {
      await clearExpiredSessions(after(365 * 24 * 60 * 60));
      assert.equal(await sessionsClear(testNow), 'Removed 0 expired sessions.');
      await browserForAMinute();
      assert.equal(await sessionsClear(after(60)), 'Removed 1 expired session.');
      await browserForAMinute();
      await browserForAMinute();
      assert.equal(await sessionsClear(after(60)), 'Removed 2 expired sessions.');
    });
  },
  3,
);

const alone = sql === 'embedded' && 'an embedded database has one process';

test('from the command line it prints that, and ends', { skip: alone }, async () => {
  await chooseEngine('database');
  await browserForAMinute();
  const command = `process.argv[2] = 'sessions:clear'; await import('./scripts/library.ts');`;
  const { code, stdout, stderr } = await runApart(command, { SESSION_ENGINE: 'database' });
  assert.deepEqual([code, stderr], [0, '']);
  assert.equal(stdout, 'Removed 1 expired session.');
});
