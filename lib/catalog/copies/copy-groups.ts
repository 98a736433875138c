import type { CopyOfBook } from '#lib/catalog/copies/copy-queries';
import { type CopyState, isOverdue } from '#lib/catalog/copies/copy-state';
import type { Place } from '#lib/catalog/copies/place';

type Copy = Pick<CopyOfBook, 'state' | 'condition' | 'dueOn' | 'location' | 'shelfMark'>;

/** Copies that a reader need not tell apart. */
export type CopyGroup = Place & { state: ShownState; dueOn: string | null; isLate: boolean; count: number };

type ShownState = Exclude<CopyState, 'damaged' | 'missing' | 'lost' | 'withdrawn'>;

/** The copies that a reader may hope for. What is lost stays lost while its loan is open. */
export const shownCopies = <Known extends Copy>(copies: Known[]): (Known & { state: ShownState })[] =>
  copies.filter((copy): copy is Known & { state: ShownState } => isShown(copy));

const isShown = ({ state, condition }: Copy) =>
  !['damaged', 'missing', 'lost', 'withdrawn'].includes(state) &&
  !['missing', 'lost', 'withdrawn'].includes(condition);

/** In the order of the copies: those in the same state and place are one group. */
export function copyGroups(copies: Copy[], today: string): CopyGroup[] {
  const alike = Map.groupBy(shownCopies(copies), ({ state, dueOn, location, shelfMark }) =>
    JSON.stringify([state, dueOn, location, shelfMark]),
  );
  return [...alike.values()].flatMap(([first, ...others]) =>
    first
      ? {
          state: first.state,
          dueOn: first.dueOn,
          isLate: first.dueOn !== null && isOverdue(first.dueOn, today),
          location: first.location,
          shelfMark: first.shelfMark,
          count: others.length + 1,
        }
      : [],
  );
}
