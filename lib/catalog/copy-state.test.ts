import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Condition, type CopyState, copyState, isOverdue, soonestFirst } from '#lib/catalog/copy-state';

const states: [condition: Condition, dueOn: string | null, heldUntil: string | null, state: string][] = [
  ['ok', null, null, 'on_shelf'],
  ['ok', '2026-03-23', null, 'on_loan'],
  ['ok', null, '2026-03-09', 'on_hold_shelf'],
  ['in_repair', null, null, 'in_repair'],
  ['in_repair', null, '2026-03-09', 'in_repair'],
  ['damaged', '2026-03-23', null, 'on_loan'],
];
for (const [condition, dueOn, heldUntil, state] of states) {
  test(`${condition}, due ${dueOn}, held until ${heldUntil}: ${state}`, () =>
    assert.equal(copyState({ condition, dueOn, heldUntil }), state));
}

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
