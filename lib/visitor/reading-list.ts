import { recordId } from '#lib/catalog/address';

const longest = 150;

/** The address of a list that others may read: the books are in it, nothing is stored. */
export const sharedListPath = (books: number[]) => `/list/${listSegment(books)}`;

export const listSegment = (books: number[]) => books.join('-');

/** The books of a shared list, in order, each once; undefined for an address that is none. */
export function parseListedBooks(segment: string): number[] | undefined {
  const ids = segment.split('-').map(recordId);
  if (ids.length > longest || ids.includes(undefined)) return undefined;
  return [...new Set(ids.filter((id) => id !== undefined))];
}
