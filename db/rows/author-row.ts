import { allLines, line } from '#db/rows/text';
import type { authors } from '#db/schema/catalog';
import { authorWords } from '#db/search/words';
import { sortKey } from '#db/sort-key';

/** What is said of an author. The rest of the row is made of this. */
export type AuthorRecord = Pick<typeof authors.$inferInsert, 'name' | 'born' | 'died'> & {
  /** As the name is filed: `Austen, Jane`. */
  sortName?: string;
  variants?: string[];
};

/** The row of an author: names as they are kept, what it is sorted by and the words it is found by. */
export function authorRowOf({ name, sortName, variants, born = null, died = null }: AuthorRecord) {
  const names = { name: line(name), sortName: line(sortName ?? name), variants: allLines(variants) };
  return { ...names, born, died, sortKey: sortKey(names.sortName), ...authorWords(names) };
}
