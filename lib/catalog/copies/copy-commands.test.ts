import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { copies } from '#db/schema/catalog';
import { emptyTables, engine, freshDatabase } from '#db/testing/database';
import { insertBook } from '#db/testing/records';
import { assertKept } from '#db/testing/search-index';
import { addCopy, changeCopy, type NewCopy } from '#lib/catalog/copies/copy-commands';

freshDatabase();

let emma = 0;
beforeEach(async () => {
  await emptyTables();
  emma = await transaction((tx) => insertBook(tx));
});

const copy = (values: Partial<NewCopy> = {}): NewCopy => ({
  bookId: emma,
  barcode: '39000000001',
  condition: 'ok',
  ...values,
});

const rowOf = async (id: number) => (await db.select().from(copies).where(eq(copies.id, id)))[0];

test('a new copy has an address that says nothing, and its book is found by what stands on it', async () => {
  const outcome = await addCopy(copy({ shelfMark: ' NOV AUS ', note: 'A stain.\nAnother.' }));
  assert.ok(outcome.ok);
  const row = await rowOf(outcome.copyId);
  assert.match(outcome.publicId, /^[\da-f-]{36}$/);
  assert.deepEqual(
    [row?.publicId, row?.shelfMark, row?.note, row?.words],
    [outcome.publicId, 'NOV AUS', 'A stain.\nAnother.', '39000000001 nov aus'],
  );
  await assertKept();
});

const refused: [values: Partial<NewCopy>, reasons: string[]][] = [
  [{ barcode: ' ' }, ['barcode_missing']],
  [{ barcode: '9'.repeat(5000) }, ['barcode_too_long']],
  [{ barcode: '39000000001\n' }, ['barcode_taken']],
  [{ bookId: 4711, barcode: '39000000002' }, ['book_not_found']],
];
for (const [values, reasons] of refused)
  test(`a copy is refused: ${reasons.join(', ')}`, async () => {
    await addCopy(copy());
    assert.deepEqual(await addCopy(copy(values)), { ok: false, reasons });
    assert.equal(await db.$count(copies), 1);
  });

test('a change leaves what it does not name', async () => {
  const outcome = await addCopy(copy({ shelfMark: 'NOV AUS', location: 'Main room' }));
  assert.ok(outcome.ok);
  assert.deepEqual(await changeCopy(outcome.copyId, { condition: 'in_repair', shelfMark: 'NOV 7' }), {
    ok: true,
  });
  const row = await rowOf(outcome.copyId);
  assert.deepEqual(
    [row?.condition, row?.location, row?.words, row?.publicId],
    ['in_repair', 'Main room', '39000000001 nov 7 nov7', outcome.publicId],
  );
  await addCopy(copy({ barcode: '39000000002' }));
  assert.deepEqual(await changeCopy(outcome.copyId, { barcode: '39000000002' }), {
    ok: false,
    reasons: ['barcode_taken'],
  });
  assert.deepEqual(await changeCopy(4711, {}), { ok: false, reasons: ['copy_not_found'] });
  await assertKept();
});

const server = engine !== 'server' && 'needs a PostgreSQL server: here transactions run one by one';

test('of several who stick one barcode on at the same moment, one does', { skip: server }, async () => {
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => addCopy(copy())));
  assert.deepEqual(outcomes.map(({ ok }) => ok).sort(), [false, false, false, true]);
});
