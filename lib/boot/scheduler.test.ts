import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { db, transaction } from '#db/client';
import { purchaseSuggestionSenders } from '#db/schema/acquisitions';
import { sessions } from '#db/schema/sessions';
import { emptyTables, freshDatabase } from '#db/testing/database';
import { startScheduler } from '#lib/boot/scheduler';
import { databaseStore } from '#lib/session/engines/database';
import { newIdentity } from '#lib/session/identity';

freshDatabase();
beforeEach(emptyTables);

/** By the clock on the wall, which is the one that housekeeping looks at. */
const longAgo = new Date('2001-02-03');

test('a library that starts removes expired sessions by itself', async () => {
  const base = { values: { num_visits: 1 } };
  await databaseStore.write(
    newIdentity(),
    { base, changes: { set: {}, deleted: [], increments: {} } },
    longAgo,
  );
  const stored = () => db.select().from(sessions);
  assert.equal((await stored()).length, 1);
  const housekeeping = startScheduler();
  for (let looks = 0; looks < 200 && (await stored()).length > 0; looks++) await pause(25);
  await housekeeping.stop();
  assert.deepEqual(await stored(), []);
});

test('a library that starts forgets who suggested a purchase more than a day ago', async () => {
  const sending = { clientHash: 'amara', contentHash: 'emma', sentAt: longAgo };
  await transaction((tx) => tx.insert(purchaseSuggestionSenders).values(sending));
  const known = () => db.select().from(purchaseSuggestionSenders);
  assert.equal((await known()).length, 1);
  const housekeeping = startScheduler();
  for (let looks = 0; looks < 200 && (await known()).length > 0; looks++) await pause(25);
  await housekeeping.stop();
  assert.deepEqual(await known(), []);
});
