import { createHash } from 'node:crypto';
import type { NewCopy } from '#lib/catalog/copies/copy-commands';

/** One or two copies of a book, every fortieth of them missing. */
export function copiesOf(bookId: number, place: number): NewCopy[] {
  return Array.from({ length: 1 + (place % 2) }, (_, nth) => ({
    bookId,
    publicId: createHash('sha256').update(`copy ${nth} of ${bookId}`).digest('base64url').slice(0, 16),
    barcode: String(44_000_000_000 + bookId * 2 + nth),
    shelfMark: `R ${place % 1000}`,
    condition: (bookId * 2 + nth) % 40 === 0 ? 'missing' : 'ok',
  }));
}
