import type { WordQuery } from '#db/search/word-query';
import { maxWordLength } from '#db/search/words';

/** More different words than a book has; the engines' parsers recurse, PostgreSQL's until its stack ends. */
const maxWords = 1000;

/** Words that no book can have, all of them, or no word at all: the engines need not be asked, and some would fail. */
export const cannotMatchAny = (words: readonly string[]) =>
  words.length === 0 || words.some((word) => word.length > maxWordLength) || new Set(words).size > maxWords;

export function cannotMatch({ words, facets }: Pick<WordQuery, 'words' | 'facets'>): boolean {
  if (facets.some((any) => any.length === 0)) return true;
  return cannotMatchAny(words) && (words.length > 0 || facets.length === 0);
}
