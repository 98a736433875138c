import type { conditions } from '#db/schema/catalog';
import { copyStates } from '#db/schema/circulation';

export { copyStates };

export type Condition = (typeof conditions)[number];

/** Derived when asked, from the open loan and the ready hold: see the view `copy_status`. Never stored. */
export type CopyState = (typeof copyStates)[number];

/** Copies that are gone, or not here yet, do not count as the library's when it says “2 of 3 on the shelf”. */
export const uncounted: Condition[] = ['on_order', 'missing', 'lost', 'withdrawn'];

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

export type Availability = {
  onShelf: number;
  copies: number;
  /** Where none is in: when each copy that is on loan is due, the first one first. */
  dueOn?: string[];
};

export const isOverdue = (dueOn: string, today: string) => dueOn < today;

/** When the next copy is to come back; undefined where nobody can say, because what is out is late. */
export const nextDue = ({ dueOn = [] }: Availability, today: string): string | undefined =>
  dueOn.find((date) => !isOverdue(date, today));

/** Every copy is with a reader: none is set aside, in repair or to be read here only. */
export const isAllOut = ({ copies, dueOn = [] }: Availability) => copies > 0 && dueOn.length === copies;
