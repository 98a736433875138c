import { typedWords } from '#db/search/terms';
import { countUpTo } from '#lib/search/candidates';
import { isPast } from '#lib/search/deadline';
import type { QueryTerm } from '#lib/search/query';
import { nearWords } from '#lib/search/spelling/dictionary';
import { typosIn } from '#lib/search/spelling/edit-distance';

/** Of so few books one may be the wrong one: a word that is near may have many. */
const few = 3;
const timesMore = 5;
const mostTried = 6;
const countedTo = 100;

type Found = { books: number; facets: string[][]; until: number };

/** The words with one read otherwise, where few books have what was typed and many that. */
export async function didYouMean(
  terms: readonly QueryTerm[],
  { books, facets, until }: Found,
): Promise<string | undefined> {
  if (books > few) return undefined;
  let best: { words: string; count: number } | undefined;
  for (const [place, term] of terms.entries()) {
    const [word = '', ...more] = typedWords([term]);
    if (more.length > 0 || [...word].length < 5) continue;
    for (const { word: other } of await nearWords(word, Math.min(1, typosIn(word)), mostTried)) {
      if (isPast(until)) return best?.words;
      const meant = terms.with(place, { ...term, forms: [[other]] });
      const count = await countUpTo(meant, { facets, limit: countedTo, until });
      if (count >= timesMore * Math.max(1, books) && count > (best?.count ?? 0))
        best = { words: typedWords(meant).join(' '), count };
    }
  }
  return best?.words;
}
