import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CopyState, isAllOut, isOverdue, nextDue, soonestFirst } from '#lib/catalog/copies/copy-state';

test('a loan is overdue from the day after it was due', () => {
  assert.equal(isOverdue('2026-03-02', '2026-03-02'), false);
  assert.equal(isOverdue('2026-03-02', '2026-03-03'), true);
});

test('what a reader can have soonest stands first, what is gone last, the rest as it was', () => {
  const copies: [barcode: string, state: CopyState, dueOn: string | null][] = [
    ['gone', 'withdrawn', null],
    ['later', 'on_loan', '2026-04-01'],
    ['here', 'on_shelf', null],
    ['sooner', 'on_loan', '2026-03-02'],
    ['here too', 'on_shelf', null],
    ['to read here', 'reference_only', null],
  ];
  const sorted = soonestFirst(copies.map(([barcode, state, dueOn]) => ({ barcode, state, dueOn })));
  assert.deepEqual(
    sorted.map(({ barcode }) => barcode),
    ['here', 'here too', 'to read here', 'sooner', 'later', 'gone'],
  );
});

const due: [today: string, next: string | undefined][] = [
  ['2026-03-01', '2026-03-02'],
  ['2026-03-02', '2026-03-02'],
  ['2026-03-03', '2026-04-01'],
  ['2026-04-02', undefined],
];
for (const [today, next] of due)
  test(`on ${today}, of loans until March 2 and April 1, the next is due ${next ?? 'nobody knows when'}`, () =>
    assert.equal(nextDue({ onShelf: 0, copies: 2, dueOn: ['2026-03-02', '2026-04-01'] }, today), next));

test('a book that nobody lent has no day to come back', () =>
  assert.equal(nextDue({ onShelf: 0, copies: 1 }, '2026-03-02'), undefined));

test('all are out where each copy is with a reader', () => {
  const [one, other] = ['2026-03-02', '2026-04-01'];
  assert.equal(isAllOut({ onShelf: 0, copies: 2, dueOn: [one, other] }), true);
  assert.equal(isAllOut({ onShelf: 0, copies: 3, dueOn: [one, other] }), false);
  assert.equal(isAllOut({ onShelf: 1, copies: 1 }), false);
  assert.equal(isAllOut({ onShelf: 0, copies: 0 }), false);
});
