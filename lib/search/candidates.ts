import { type SearchEntry, searchEngine, type WordQuery } from '#db/search/engine';
import { anyEntries, booksTitled, booksTitledLike, entriesOf } from '#lib/search/entry-queries';
import { passes } from '#lib/search/facets';

/** So many books of one search are looked at, counted and ordered. Words so common that there are more are narrowed. */
export const mostBooks = 2000;
const mostInTitles = 1000;
const mostTitles = 200;

export type WordsAsked = Pick<WordQuery, 'words' | 'unfinished' | 'first'>;

export type Candidates = {
  entries: SearchEntry[];
  /** Those whose whole title was typed. */
  wholeTitles: ReadonlySet<number>;
  /** There are more than these. */
  more: boolean;
};

/**
 * The books that hold all the words. Where those are too many, the best are surely among these: whose title it is,
 * whose title begins so or holds all of it, before any others; or, where the newest are asked for, those.
 */
export async function candidates(asked: WordsAsked, facets: string[][]): Promise<Candidates> {
  if (asked.words.length === 0) return anyWords(facets, asked.first);
  const key = asked.words.join(' ');
  const query = { ...asked, facets, limit: mostBooks };
  const anywhere = await searchEngine.booksWith({ ...query, in: 'anywhere' });
  const titled = await booksTitled(key);
  const wholeTitles = new Set(titled);
  // Of the newest books none is better than a newer one.
  if (anywhere.complete || asked.first === 'newest')
    return { entries: anywhere.entries, wholeTitles, more: !anywhere.complete };
  const inTitles = await searchEngine.booksWith({ ...query, in: 'title', limit: mostInTitles });
  const beginning = await booksTitledLike(`${key} `, mostTitles);
  const named = await entriesOf([...new Set([...titled, ...beginning])]);
  const all = [...named.filter((entry) => passes(entry, facets)), ...inTitles.entries, ...anywhere.entries];
  const entries = [...new Map(all.map((entry) => [entry.id, entry])).values()].slice(0, mostBooks);
  return { entries, wholeTitles, more: true };
}

/** Where there are only filters, or not even those, all books are as good as each other. */
async function anyWords(facets: string[][], first: WordQuery['first']): Promise<Candidates> {
  const query = { words: [], unfinished: 'none', in: 'anywhere', facets, limit: mostBooks, first } as const;
  const { entries, complete } = await (facets.length === 0
    ? anyEntries(mostBooks)
    : searchEngine.booksWith(query));
  return { entries, wholeTitles: new Set(), more: !complete };
}

/** How many books hold the words, counted no further than `limit`. */
export async function countUpTo(
  words: readonly string[],
  facets: string[][],
  limit: number,
): Promise<number> {
  if (words.length === 0 && facets.length === 0) return 0;
  const query = { words, unfinished: 'none', in: 'anywhere', facets, limit } as const;
  return (await searchEngine.booksWith(query)).entries.length;
}
