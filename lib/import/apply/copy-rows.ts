import { createHash } from 'node:crypto';
import type { copies } from '#db/schema/catalog';
import { copyWords } from '#db/search/words';

/** One or two copies of a book, every fortieth of them missing. */
export function copyRows(bookId: number, place: number): (typeof copies.$inferInsert)[] {
  return Array.from({ length: 1 + (place % 2) }, (_, nth) => {
    const marks = { barcode: String(44_000_000_000 + bookId * 2 + nth), shelfMark: `R ${place % 1000}` };
    return {
      bookId,
      publicId: createHash('sha256').update(`copy ${nth} of ${bookId}`).digest('base64url').slice(0, 16),
      ...marks,
      ...copyWords(marks),
      condition: (bookId * 2 + nth) % 40 === 0 ? 'missing' : 'ok',
    };
  });
}
