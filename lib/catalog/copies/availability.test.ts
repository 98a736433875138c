import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { holds, loans } from '#db/schema/circulation';
import { freshDatabase, testNow } from '#db/testing/database';
import { countQueries } from '#db/testing/queries';
import { holdRow, insertBook, insertCopy, insertMember, loanRow } from '#db/testing/records';
import { availabilityOf } from '#lib/catalog/copies/availability-queries';
import type { Condition } from '#lib/catalog/copies/copy-state';

type Copy = { condition?: Condition; dueOn?: string; returned?: string; isHeld?: boolean };

const shelf: [title: string, copies: Copy[], availability: unknown][] = [
  ['Emma', [{}, { dueOn: '2026-04-01' }], { copies: 2, onShelf: 1 }],
  ['Persuasion', [{ dueOn: '2026-04-20' }], { copies: 1, onShelf: 0, dueOn: ['2026-04-20'] }],
  [
    'Sanditon',
    [{ dueOn: '2026-04-20' }, { dueOn: '2026-03-09' }, { returned: '2026-03-05', dueOn: '2026-04-02' }],
    { copies: 3, onShelf: 0, dueOn: ['2026-03-09', '2026-04-02', '2026-04-20'] },
  ],
  ['Evelina', [{ returned: '2026-03-05' }], { copies: 1, onShelf: 1 }],
  [
    'Cecilia',
    [{ dueOn: '2026-04-20' }, { isHeld: true }, { condition: 'reference_only' }],
    { copies: 3, onShelf: 0, dueOn: ['2026-04-20'] },
  ],
  ['Camilla', [{ condition: 'in_repair' }], { copies: 1, onShelf: 0 }],
  ['Belinda', [{ condition: 'lost', dueOn: '2026-04-20' }], undefined],
];

describe('how many copies are in and, where none is, when they are due', () => {
  freshDatabase();
  const ids = new Map<string, number>();
  before(() =>
    transaction(async (tx) => {
      const reader = await insertMember(tx);
      for (const [title, copies] of shelf) {
        const book = await insertBook(tx, { title });
        ids.set(title, book);
        for (const { condition = 'ok', dueOn, returned, isHeld } of copies) {
          const copy = await insertCopy(tx, book, { condition });
          if (returned) await tx.insert(loans).values({ ...loanRow(copy, reader, testNow), dueOn: returned });
          if (dueOn) await tx.insert(loans).values({ ...loanRow(copy, reader), dueOn });
          if (isHeld) await tx.insert(holds).values(holdRow(book, reader, copy));
        }
      }
    }),
  );

  for (const [title, , availability] of shelf)
    test(title, async () => {
      const id = ids.get(title) ?? 0;
      assert.deepEqual((await availabilityOf([id])).get(id), availability);
    });

  test('is one query, for one book and for all of them', async () => {
    assert.equal(await countQueries(() => availabilityOf([1])), 1);
    assert.equal(await countQueries(() => availabilityOf([...ids.values()])), 1);
  });
});
