import { line, lines, optional } from '#db/rows/text';
import type { copies } from '#db/schema/catalog';
import { copyWords } from '#db/search/words';

/** What is said of a copy. The rest of its row is made of this. */
export type CopyRecord = Omit<typeof copies.$inferInsert, 'id' | 'words'>;

/** The row of a copy: its texts as they are kept, and the words its book is found by. */
export function copyRowOf({ bookId, publicId, condition, acquiredOn = null, ...copy }: CopyRecord) {
  const texts = {
    barcode: line(copy.barcode),
    imprint: optional(copy.imprint),
    shelfMark: optional(copy.shelfMark),
    location: optional(copy.location),
    note: optional(copy.note, lines),
  };
  return { bookId, publicId, condition, acquiredOn, ...texts, ...copyWords(texts) };
}
