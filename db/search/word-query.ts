import type { BookOrder } from '#db/book-orders';
import type { Term } from '#db/search/terms';

/** Which books: those with all these terms and, of each group of facets, with one of them. */
export type WordQuery = {
  terms: readonly Term[];
  /** Whether the last word as it was typed, or each of them, may be the beginning of a longer one. */
  unfinished: 'none' | 'last' | 'all';
  /** `descriptions`: anywhere, and there too. */
  in: 'title' | 'anywhere' | 'descriptions';
  facets: readonly (readonly string[])[];
  /** As many as this at most; the engine may stop earlier where time is up. */
  limit: number;
  /** Which, where there are more: those that are first in this order, in it; else whichever are found first. */
  first?: BookOrder | undefined;
  /** By the clock of `performance.now()`: what is not begun by then is not asked any more. */
  until?: number | undefined;
};

/** What is known of a book for ranking and filtering it, without looking at the book. */
export type SearchEntry = {
  id: number;
  titleKey: string;
  /** Of each contributor every form of the name: see db/search/names.ts. */
  names: string;
  facets: string;
};

export type Found = { entries: SearchEntry[]; complete: boolean };

/** What the two databases do each in their way; everything else about search is the same for both. */
export type SearchEngine = {
  /** `complete` is false where the limit or the time ended it. In an order, nothing is missing before the last entry. */
  booksWith: (query: WordQuery) => Promise<Found>;
  /** Authors with all these words in their names, the last of them perhaps unfinished. */
  authorsWith: (words: readonly string[], limit: number) => Promise<number[]>;
  /** The same text for as long as every search would find the same: nothing was committed since. */
  snapshot: () => Promise<string>;
  /** Statements that empty the index and fill it from the records. */
  rebuild: readonly string[];
};
