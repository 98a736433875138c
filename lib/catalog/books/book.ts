import type { BookRecord } from '#db/rows/book-row';
import type { Credit } from '#db/rows/credit-row';

/** A book with the people who made it, in the order of the title page, and its genres. */
export type NewBook = BookRecord & { contributors?: Credit[]; genreIds?: number[] };
