import { withoutArticle } from '#db/text/articles';
import { foldWords, wordsOf } from '#db/text/words';

export { fold } from '#db/text/fold';
export { wordsOf } from '#db/text/words';

/**
 * What a list is ordered by: folded, without punctuation or a leading article of the language, numbers by their value.
 * One order for all readers: Ñ is an N, Å an A.
 */
export function sortKey(text: string, language?: string | null): string {
  const folded = foldWords(text).replace(thousands, (number) => number.replaceAll(/\D/g, ''));
  const words = wordsOf(withoutArticle(folded, language)).join(' ') || wordsOf(folded).join(' ');
  return bounded((words || text).replace(/\d+/g, (digits) => digits.padStart(6, '0')));
}

/** `20,000`, `20.000`, `20 000` with a space that does not break. */
const thousands = /(?<![\d.,])\d{1,3}(?:([,.'’\u00a0\u202f])\d{3})(?:\1\d{3})*(?![\d])/gu;

/** As much of a key as an index takes: PostgreSQL has room for two of them in a row, SQLite would take any. */
export function bounded(key: string): string {
  const cut = key.slice(0, maxKeyLength).replace(halfLetter, '');
  return cut.trimEnd() || cut;
}

const maxKeyLength = 300;

/** What is left of a letter of two units that was cut between them: PostgreSQL does not store it. */
const halfLetter = /[\ud800-\udbff]$/;
