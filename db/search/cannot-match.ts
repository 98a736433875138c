import { maxWordLength, type Term } from '#db/search/terms';
import type { WordQuery } from '#db/search/word-query';

/** More different words than a book has; the engines' parsers recurse, PostgreSQL's until its stack ends. */
const maxWords = 1000;

/** Words that no book can have, all of them, or no word at all: the engines need not be asked, and some would fail. */
export const cannotMatchAny = (words: readonly string[]) =>
  words.length === 0 || words.some((word) => word.length > maxWordLength) || new Set(words).size > maxWords;

/** The forms that a book can have. */
export const possibleForms = ({ forms }: Term): Term['forms'] =>
  forms.filter((form) => form.length > 0 && form.every((word) => word.length <= maxWordLength));

export function cannotMatch({ terms, facets }: Pick<WordQuery, 'terms' | 'facets'>): boolean {
  if (facets.some((any) => any.length === 0)) return true;
  if (terms.length === 0) return facets.length === 0;
  const words = new Set(terms.flatMap(({ forms }) => forms.flat()));
  return words.size > maxWords || terms.some((term) => possibleForms(term).length === 0);
}

/** Calls `write` with every word of every term, and whether it may be the beginning of a longer one. */
export function writeTerms(
  { terms, unfinished }: Pick<WordQuery, 'terms' | 'unfinished'>,
  write: (word: string, unfinished: boolean) => string,
  [and, or]: readonly [and: string, or: string],
): string[] {
  return terms.map((term, place) => {
    const open = unfinished === 'all' || (unfinished === 'last' && place === terms.length - 1);
    const forms = possibleForms(term).map((form) => {
      const isOpen = (nth: number) =>
        open && form === term.forms[0] && (unfinished === 'all' || nth === form.length - 1);
      return together(
        form.map((word, nth) => write(word, isOpen(nth))),
        and,
      );
    });
    return together(forms, or);
  });
}

/** Without parentheses where they say nothing: the engines' parsers go down into each. */
function together(parts: string[], operator: string): string {
  const [first = '', ...others] = new Set(parts);
  return others.length === 0 ? first : `(${[first, ...others].join(operator)})`;
}
