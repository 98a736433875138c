import type { conditions } from '#db/schema/catalog';
import { copyStates } from '#db/schema/circulation';

export { copyStates };

export type Condition = (typeof conditions)[number];

/** Derived when asked, from the open loan and the ready hold: see the view `copy_status`. Never stored. */
export type CopyState = (typeof copyStates)[number];

const nearness: CopyState[] = [
  'on_shelf',
  'reference_only',
  'on_loan',
  'on_hold_shelf',
  'in_process',
  'in_repair',
  'on_order',
  'damaged',
  'missing',
  'lost',
  'withdrawn',
];

/** What a reader can have soonest stands first: what is in, then what is due first; what is gone stands last. */
export const soonestFirst = <Copy extends { state: CopyState; dueOn: string | null }>(
  copies: Copy[],
): Copy[] =>
  copies.toSorted(
    (a, b) =>
      nearness.indexOf(a.state) - nearness.indexOf(b.state) || (a.dueOn ?? '').localeCompare(b.dueOn ?? ''),
  );

export const isOverdue = (dueOn: string, today: string) => dueOn < today;
