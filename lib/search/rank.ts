import type { SearchEntry } from '#db/search/engine';

export type RankedQuery = {
  words: readonly string[];
  unfinished: 'none' | 'last' | 'all';
};

type Parts = { inTitle: number; inNames: number; elsewhere: number };

const padded = (words: string) => ` ${words} `;
const wordCount = (words: string) => (words ? words.split(' ').length : 0);

function partsOf(entry: SearchEntry, { words, unfinished }: RankedQuery): Parts {
  const [title, names] = [padded(entry.titleKey), padded(entry.names)];
  const parts = { inTitle: 0, inNames: 0, elsewhere: 0 };
  words.forEach((word, place) => {
    const open = unfinished === 'all' || (unfinished === 'last' && place === words.length - 1);
    const sought = open ? ` ${word}` : ` ${word} `;
    if (title.includes(sought)) parts.inTitle++;
    else if (names.includes(sought)) parts.inNames++;
    else parts.elsewhere++;
  });
  return parts;
}

const share = (matched: number, text: string) => Math.min(1, matched / Math.max(1, wordCount(text)));

function phraseBonus({ titleKey }: SearchEntry, { words }: RankedQuery): number {
  const phrase = words.join(' ');
  if (titleKey.startsWith(phrase)) return 150;
  return padded(titleKey).includes(` ${phrase}`) ? 100 : 0;
}

function nameScore(entry: SearchEntry, query: RankedQuery): number {
  return 700 + 150 * share(query.words.length, entry.names);
}

/**
 * How well an entry answers: a whole title beats a part of one, a title with its author beats either, a title that is
 * little else beats a name, a name beats a subject; and the less else there is in a title, the better.
 */
export function score(entry: SearchEntry, query: RankedQuery, wholeTitles: ReadonlySet<number>): number {
  if (wholeTitles.has(entry.id)) return 1000 + share(query.words.length, entry.titleKey);
  const { inTitle, inNames, elsewhere } = partsOf(entry, query);
  const coverage = share(inTitle, entry.titleKey);
  if (elsewhere > 0) return 200 + (200 * (inTitle + inNames)) / query.words.length + 100 * coverage;
  if (inNames === 0) return 600 + 200 * coverage + (coverage === 1 ? 100 : 0) + phraseBonus(entry, query);
  if (inTitle === 0) return nameScore(entry, query);
  return 500 + 300 * coverage + (coverage === 1 ? 150 : 0) + 50 * share(inNames, entry.names);
}

const isIn = (entry: SearchEntry) => (entry.facets.endsWith('v_1') ? 0 : 1);

/** Best first; of equals one that is on the shelf, then the one that came first. */
export function ranked(
  entries: readonly SearchEntry[],
  query: RankedQuery,
  wholeTitles: ReadonlySet<number>,
): SearchEntry[] {
  return entries
    .map((entry) => ({ entry, points: score(entry, query, wholeTitles) }))
    .sort((a, b) => b.points - a.points || isIn(a.entry) - isIn(b.entry) || a.entry.id - b.entry.id)
    .map(({ entry }) => entry);
}
