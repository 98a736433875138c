import type { BookInList } from '#lib/catalog/books/book-list-queries';
import { type AvailabilityLine, availabilityLine } from '#lib/catalog/copies/availability';
import { placeText } from '#lib/catalog/copies/place';

/** How a reader's list stands: as it was put together, as one walks through the rooms, what is in before the rest. */
export const listOrders = ['added', 'place', 'shelf'] as const;

export type ListOrder = (typeof listOrders)[number];

export const listOrderOf = (asked: string | string[] | undefined): ListOrder =>
  listOrders.find((order) => order === asked) ?? 'added';

type Compare = (one: string, other: string) => number;

/** The books of a list in an order; equals as they were put there. `compare` orders words as its reader does. */
export function inListOrder<Book extends Pick<BookInList, 'availability'>>(
  books: Book[],
  order: ListOrder,
  { today, compare }: { today: string; compare: Compare },
): Book[] {
  if (order === 'added') return books;
  const byPlace = (one: Book, other: Book) => comparePlaces(one, other, compare);
  if (order === 'place') return books.toSorted(byPlace);
  const rank = ({ availability }: Book) => nearest.indexOf(availabilityLine(availability, today).kind);
  return books.toSorted((one, other) => rank(one) - rank(other));
}

/** What stands nowhere comes last. */
function comparePlaces(
  { availability: one }: Pick<BookInList, 'availability'>,
  { availability: other }: Pick<BookInList, 'availability'>,
  compare: Compare,
): number {
  const [here, there] = [placeText(one.place), placeText(other.place)];
  if (!here || !there) return Number(!here) - Number(!there);
  return compare(here, there);
}

const nearest: AvailabilityLine['kind'][] = [
  'on_shelf',
  'reference_only',
  'back',
  'overdue',
  'on_loan',
  'awaited',
  'on_hold_shelf',
  'in_process',
  'in_repair',
  'on_order',
  'damaged',
  'missing',
  'lost',
  'none',
];
