import type { BookOnShelf } from '#lib/catalog/books/contributor-queries';
import type { Availability } from '#lib/catalog/copies/availability';

/** A book on a shelf of covers, and whether it is in. */
export type ShelvedBook = BookOnShelf & { availability: Availability };
