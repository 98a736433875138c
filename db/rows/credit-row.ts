import { optional } from '#db/rows/text';
import type { contributors } from '#db/schema/catalog';
import { indexWords } from '#db/search/terms';

/** Who had which part in a book, and as whom it names them. */
export type Credit = Pick<typeof contributors.$inferInsert, 'authorId' | 'role' | 'creditedAs'>;

/** The row of a part in a book, in its place on the title page, counted from 0. */
export function creditRowOf(bookId: number, position: number, { authorId, role, creditedAs }: Credit) {
  const printed = optional(creditedAs);
  return { bookId, position, authorId, role, creditedAs: printed, words: indexWords(printed) };
}
