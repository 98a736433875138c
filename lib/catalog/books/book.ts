import type { BookRecord } from '#db/rows/book-row';
import type { Credit } from '#db/rows/credit-row';
import { contributorRoles, formats } from '#db/schema/catalog';

export { contributorRoles, formats };

export type Format = (typeof formats)[number];

/** A book with the people who made it, in the order of the title page, and its genres. */
export type NewBook = BookRecord & { contributors?: Credit[]; genreIds?: number[] };
