import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import type { conditions } from '#db/schema/catalog';
import { copyStatus, holds, loans } from '#db/schema/circulation';
import { emptyTables, freshDatabase, testNow } from '#db/testing/database';
import { planOf } from '#db/testing/queries';
import { holdRow, insertBook, insertCopy, insertMember, loanRow } from '#db/testing/records';

type Case = {
  condition?: (typeof conditions)[number];
  loan?: 'open' | 'returned';
  hold?: 'ready' | 'waiting' | 'closed';
};

const cases: [name: string, of: Case, state: string][] = [
  ['a copy that is there', {}, 'on_shelf'],
  ['one that is lent', { loan: 'open' }, 'on_loan'],
  ['one that came back', { loan: 'returned' }, 'on_shelf'],
  ['one that is set aside', { hold: 'ready' }, 'on_hold_shelf'],
  ['one whose title somebody waits for', { hold: 'waiting' }, 'on_shelf'],
  ['one that was set aside once', { hold: 'closed' }, 'on_shelf'],
  ['one that is repaired', { condition: 'in_repair' }, 'in_repair'],
  ['one that is repaired while it is set aside', { condition: 'in_repair', hold: 'ready' }, 'in_repair'],
  ['one that is lent though it is damaged', { condition: 'damaged', loan: 'open' }, 'on_loan'],
  ['one that is lent while it is set aside', { loan: 'open', hold: 'ready' }, 'on_loan'],
];

describe('what a reader is told of', () => {
  freshDatabase();
  beforeEach(emptyTables);

  for (const [name, { condition = 'ok', loan, hold }, state] of cases)
    test(`${name}: ${state}`, async () => {
      await transaction(async (tx) => {
        const [book, reader] = [await insertBook(tx), await insertMember(tx)];
        const copy = await insertCopy(tx, book, { condition });
        if (loan) await tx.insert(loans).values(loanRow(copy, reader, loan === 'returned' ? testNow : null));
        const row = hold && holdRow(book, reader, hold === 'waiting' ? null : copy);
        if (row) await tx.insert(holds).values({ ...row, closedAt: hold === 'closed' ? testNow : null });
      });
      const [copy, ...others] = await db.select().from(copyStatus);
      assert.deepEqual(others, []);
      assert.equal(copy?.state, state);
      assert.equal(copy?.dueOn, loan === 'open' ? '2026-03-23' : null);
      assert.equal(copy?.heldUntil, hold === 'ready' ? '2026-03-09' : null);
    });

  test('the copies of a book: looked up by its index, and their loans and holds by theirs', async () => {
    const { sql, params } = db.select().from(copyStatus).where(eq(copyStatus.bookId, 1)).toSQL();
    const plan = await planOf(sql, params as number[]);
    for (const index of ['copies_book', 'loans_one_open_per_copy', 'holds_one_ready_per_copy'])
      assert.match(plan, new RegExp(index));
  });
});
