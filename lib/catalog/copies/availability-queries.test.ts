import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { holds, loans } from '#db/schema/circulation';
import { freshDatabase, testNow } from '#db/testing/database';
import { countQueries } from '#db/testing/queries';
import { holdRow, insertBook, insertCopy, insertMember, loanRow } from '#db/testing/records';
import type { Availability } from '#lib/catalog/copies/availability';
import { availabilityOf } from '#lib/catalog/copies/availability-queries';
import type { Condition } from '#lib/catalog/copies/copy-state';

type Copy = { condition?: Condition; dueOn?: string; returned?: string; isHeld?: boolean };

const room = { location: 'Main room', shelfMark: 'NOV AUS' };
const nowhere = { location: null, shelfMark: null };

const shelf: [title: string, copies: Copy[], waiting: boolean, availability: Availability | undefined][] = [
  [
    'Emma',
    [{}, { dueOn: '2026-04-01' }],
    false,
    {
      copies: 2,
      onShelf: 1,
      states: ['on_shelf', 'on_loan'],
      dueOn: ['2026-04-01'],
      awaited: false,
      place: room,
    },
  ],
  [
    'Sanditon',
    [{ dueOn: '2026-04-20' }, { dueOn: '2026-03-09' }, { returned: '2026-03-05', dueOn: '2026-04-02' }],
    true,
    {
      copies: 3,
      onShelf: 0,
      states: ['on_loan'],
      dueOn: ['2026-03-09', '2026-04-02', '2026-04-20'],
      awaited: true,
      place: room,
    },
  ],
  [
    'Evelina',
    [{ returned: '2026-03-05' }],
    false,
    { copies: 1, onShelf: 1, states: ['on_shelf'], dueOn: [], awaited: false, place: room },
  ],
  [
    'Cecilia',
    [{ dueOn: '2026-04-20' }, { isHeld: true }, { condition: 'reference_only' }],
    false,
    {
      copies: 2,
      onShelf: 0,
      states: ['reference_only', 'on_hold_shelf', 'on_loan'],
      dueOn: ['2026-04-20'],
      awaited: false,
      place: room,
    },
  ],
  [
    'Belinda',
    [{ condition: 'lost', dueOn: '2026-04-20' }],
    false,
    { copies: 0, onShelf: 0, states: ['lost'], dueOn: [], awaited: false, place: nowhere },
  ],
  ['The Female Quixote', [], false, undefined],
];

describe('what the copies of a book come to', () => {
  freshDatabase();
  const ids = new Map<string, number>();
  before(() =>
    transaction(async (tx) => {
      const reader = await insertMember(tx);
      for (const [title, copies, waiting] of shelf) {
        const book = await insertBook(tx, { title });
        ids.set(title, book);
        if (waiting) await tx.insert(holds).values(holdRow(book, await insertMember(tx)));
        for (const { condition = 'ok', dueOn, returned, isHeld } of copies) {
          const copy = await insertCopy(tx, book, { condition, ...room });
          if (returned) await tx.insert(loans).values({ ...loanRow(copy, reader, testNow), dueOn: returned });
          if (dueOn) await tx.insert(loans).values({ ...loanRow(copy, reader), dueOn });
          if (isHeld) await tx.insert(holds).values(holdRow(book, reader, copy));
        }
      }
    }),
  );

  for (const [title, , , availability] of shelf)
    test(title, async () => {
      const id = ids.get(title) ?? 0;
      assert.deepEqual((await availabilityOf([id])).get(id), availability);
    });

  test('is one query, for one book and for all of them', async () => {
    assert.equal(await countQueries(() => availabilityOf([1])), 1);
    assert.equal(await countQueries(() => availabilityOf([...ids.values()])), 1);
  });
});
