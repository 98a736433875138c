import { line } from '#db/rows/text';
import { genreWords } from '#db/search/words';
import { sortKey } from '#db/sort-key';

/** The row of a genre. Two names with one sort key are one genre. */
export function genreRowOf(text: string) {
  const name = line(text);
  return { name, sortKey: sortKey(name), ...genreWords({ name }) };
}
