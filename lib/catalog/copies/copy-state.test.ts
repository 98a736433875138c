import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CopyState, isOverdue, soonestFirst } from '#lib/catalog/copies/copy-state';

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
