import { type Condition, type CopyState, isOverdue } from '#lib/catalog/copies/copy-state';
import { agreedPlace, type Place } from '#lib/catalog/copies/place';

/** What of a copy decides what a reader is told. */
export type CopyFacts = Place & { state: CopyState; condition: Condition; dueOn: string | null };

/** What the copies of a book come to. No day of today is in it: it can be remembered. */
export type Availability = {
  /** Copies to lend, wherever they are, and how many of them are in. Not those to be read here only, nor what is gone. */
  copies: number;
  onShelf: number;
  /** Each once, nearest first. */
  states: CopyState[];
  /** When each copy that can be lent again is due, the first one first. */
  dueOn: string[];
  /** Readers wait for whichever copy comes back next. */
  awaited: boolean;
  /** Where to go, as far as the copies that are spoken of stand in one place. */
  place: Place;
};

export const noCopies: Availability = {
  copies: 0,
  onShelf: 0,
  states: [],
  dueOn: [],
  awaited: false,
  place: { location: null, shelfMark: null },
};

/** The one thing that a reader is told of all copies of a book. */
export type AvailabilityLine =
  | { kind: 'on_shelf'; copies: number; onShelf: number }
  | { kind: 'reference_only'; toBorrow?: WhenToBorrow }
  | WhenToBorrow
  | { kind: 'damaged' | 'missing' | 'lost' | 'none' };

/** Of copies that are not here now. */
export type WhenToBorrow =
  | { kind: 'back' | 'overdue'; date: string }
  | { kind: 'on_loan' | 'awaited' | 'on_hold_shelf' | 'in_process' | 'in_repair' | 'on_order' };

/** Nearest to a reader first. A copy that is set aside says that the next one in may be another reader's. */
const nearness = [
  'on_shelf',
  'reference_only',
  'on_hold_shelf',
  'on_loan',
  'in_process',
  'in_repair',
  'on_order',
  'damaged',
  'missing',
  'lost',
  'withdrawn',
] as const satisfies CopyState[];

const toLend: Condition[] = ['ok', 'in_process', 'in_repair'];
const gone: Condition[] = ['missing', 'lost', 'withdrawn'];

/** Copies of one book come to this; `awaited` where an open hold has no copy yet. */
export function availabilityFrom(copies: CopyFacts[], awaited: boolean): Availability {
  const told = copies.map((copy) => ({ ...copy, state: toldState(copy) }));
  const lent = told.filter(({ condition }) => toLend.includes(condition));
  const states = nearness.filter((state) => told.some((copy) => copy.state === state));
  return {
    copies: lent.length,
    onShelf: lent.filter(({ state }) => state === 'on_shelf').length,
    states,
    dueOn: lent.flatMap(({ condition, dueOn }) => (condition === 'ok' && dueOn ? dueOn : [])).sort(),
    awaited,
    place: agreedPlace(told.filter(({ state }) => state === states[0] && hasPlace.includes(state))),
  };
}

/** A reader who has lost a copy still has it on loan: it does not come back. */
const toldState = ({ state, condition }: CopyFacts): CopyState =>
  state === 'on_loan' && gone.includes(condition) ? (condition as CopyState) : state;

/** What is set aside, away or not here yet stands nowhere that a reader could go to. */
const hasPlace: CopyState[] = ['on_shelf', 'reference_only', 'on_loan'];

/** What a reader is told on a day. */
export function availabilityLine(availability: Availability, today: string): AvailabilityLine {
  const { copies, onShelf, states } = availability;
  if (onShelf > 0) return { kind: 'on_shelf', copies, onShelf };
  const toBorrow = whenToBorrow(availability, today);
  if (states.includes('reference_only')) return { kind: 'reference_only', ...(toBorrow && { toBorrow }) };
  return toBorrow ?? { kind: lastResorts.find((state) => states.includes(state)) ?? 'none' };
}

const lastResorts = ['damaged', 'missing', 'lost'] as const;
const coming = ['in_process', 'in_repair', 'on_order'] as const;

function whenToBorrow(availability: Availability, today: string): WhenToBorrow | undefined {
  const { states } = availability;
  if (states.includes('on_hold_shelf')) return { kind: 'on_hold_shelf' };
  if (states.includes('on_loan')) return whenBack(availability, today);
  const kind = coming.find((state) => states.includes(state));
  return kind && { kind };
}

/** A date only where the next copy in can be the reader's who asks. */
function whenBack({ awaited, dueOn }: Availability, today: string): WhenToBorrow {
  const [first] = dueOn;
  if (awaited) return { kind: 'awaited' };
  if (!first) return { kind: 'on_loan' };
  const next = dueOn.find((date) => !isOverdue(date, today));
  return next ? { kind: 'back', date: next } : { kind: 'overdue', date: first };
}
