import type { Term } from '#db/search/terms';

/** Words as terms that are found as they are written and in no other way. */
export const plainTerms = (words: readonly string[]): Term[] => words.map((word) => ({ forms: [[word]] }));
