import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditions } from '#db/schema/catalog';
import fc from '#db/testing/fast-check';
import { copyGroups, shownCopies } from '#lib/catalog/copies/copy-groups';
import type { Condition, CopyState } from '#lib/catalog/copies/copy-state';

const today = '2026-11-25';

const copy = (
  state: CopyState,
  values: { dueOn?: string; shelfMark?: string; condition?: Condition } = {},
) => ({
  state,
  condition: 'ok' as Condition,
  dueOn: null,
  location: 'Upper floor',
  shelfMark: 'DRA LES',
  ...values,
});

test('copies in the same state and place are told together', () => {
  const groups = copyGroups(
    [
      copy('on_shelf'),
      copy('on_shelf', { shelfMark: 'DRA 7' }),
      copy('on_shelf'),
      copy('on_loan', { dueOn: '2026-12-15' }),
      copy('on_loan', { dueOn: '2026-11-16' }),
      copy('lost', { condition: 'lost' }),
    ],
    today,
  );
  assert.deepEqual(
    groups.map(({ count, state, shelfMark, isLate }) => [count, state, shelfMark, isLate]),
    [
      [2, 'on_shelf', 'DRA LES', false],
      [1, 'on_shelf', 'DRA 7', false],
      [1, 'on_loan', 'DRA LES', false],
      [1, 'on_loan', 'DRA LES', true],
    ],
  );
});

test('every copy that a reader may hope for is in one group, and no other is in any', () => {
  const any = fc
    .tuple(fc.constantFrom(...conditions), fc.option(fc.constantFrom('2026-11-16', '2026-12-15')))
    .map(([condition, dueOn]) => {
      if (dueOn) return copy('on_loan', { condition, dueOn });
      return copy(condition === 'ok' ? 'on_shelf' : condition, { condition });
    });
  fc.assert(
    fc.property(fc.array(any), (copies) => {
      const groups = copyGroups(copies, today);
      const shown: unknown[] = shownCopies(copies);
      assert.equal(
        groups.reduce((total, { count }) => total + count, 0),
        shown.length,
      );
      for (const { state, condition } of copies.filter((each) => !shown.includes(each)))
        assert.ok(
          [state, condition].some((each) => ['damaged', 'missing', 'lost', 'withdrawn'].includes(each)),
        );
    }),
  );
});
