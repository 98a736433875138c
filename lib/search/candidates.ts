import { type Found, type SearchEntry, searchEngine, type WordQuery } from '#db/search/engine';
import { isPast } from '#lib/search/deadline';
import { anyEntries, booksTitled, booksTitledLike, entriesOf } from '#lib/search/entry-queries';
import { passes } from '#lib/search/facets/facets';

/** So many books of one search are looked at, counted and ordered. Words so common that there are more are narrowed. */
export const maxBooks = 2000;
const maxInTitles = 1000;
const maxTitles = 200;

export type WordsAsked = Pick<WordQuery, 'words' | 'unfinished' | 'first'> & { until: number };

/**
 * Of what there is, the books found are all; where there are more than can be looked at, the best; the first in the
 * order that was asked for; or any, because there was no time to put all in order; or what time allowed.
 */
export type Coverage = 'complete' | 'top' | 'ordered' | 'truncated' | 'timedOut';

export type Candidates = {
  entries: SearchEntry[];
  wholeTitles: ReadonlySet<number>;
  coverage: Coverage;
};

/**
 * The books that hold all the words. Where those are too many, the best are surely among these: whose title it is,
 * whose title begins so or holds all of it, before any others; or, where an order is asked for, the first in it.
 */
export async function candidates(asked: WordsAsked, facets: string[][]): Promise<Candidates> {
  const { words, unfinished } = asked;
  const query: WordQuery = { words, unfinished, facets, in: 'anywhere', limit: maxBooks };
  const anywhere = await (words.length + facets.length > 0
    ? searchEngine.booksWith(query)
    : anyEntries(maxBooks));
  const titled = await booksTitled(words.join(' '));
  const found = { ...anywhere, wholeTitles: new Set(titled) };
  if (anywhere.complete) return { ...found, coverage: 'complete' };
  if (asked.first) return { ...found, ...(await firstOf(query, asked, anywhere)) };
  // Without words all books are as good as each other.
  if (words.length === 0) return { ...found, coverage: isCutOff(anywhere, maxBooks) ? 'timedOut' : 'top' };
  return { ...found, ...(await bestOf(query, titled, anywhere)) };
}

type Chosen = Pick<Candidates, 'entries' | 'coverage'>;

/** Where there is no time for all of them, those at hand have to do. */
async function firstOf(query: WordQuery, asked: WordsAsked, atHand: Found): Promise<Chosen> {
  if (isCutOff(atHand, maxBooks)) return { entries: atHand.entries, coverage: 'timedOut' };
  const inOrder = isPast(asked.until)
    ? undefined
    : await searchEngine.booksWith({ ...query, first: asked.first });
  if (!inOrder || inOrder.entries.length === 0) return { entries: atHand.entries, coverage: 'truncated' };
  const { entries } = inOrder;
  return { entries, coverage: isCutOff(inOrder, maxBooks) ? 'timedOut' : 'ordered' };
}

async function bestOf(query: WordQuery, titled: number[], anywhere: Found): Promise<Chosen> {
  const inTitles = await searchEngine.booksWith({ ...query, in: 'title', limit: maxInTitles });
  const beginning = await booksTitledLike(`${query.words.join(' ')} `, maxTitles);
  const named = await entriesOf([...new Set([...titled, ...beginning])]);
  const passing = named.filter((entry) => passes(entry, query.facets));
  const all = [...passing, ...inTitles.entries, ...anywhere.entries];
  const entries = [...new Map(all.map((entry) => [entry.id, entry])).values()].slice(0, maxBooks);
  const cutOff = isCutOff(anywhere, maxBooks) || isCutOff(inTitles, maxInTitles);
  return { entries, coverage: cutOff ? 'timedOut' : 'top' };
}

/** Time ended it, not the limit. */
const isCutOff = ({ complete, entries }: Found, limit: number) => !complete && entries.length < limit;

export type Counting = { facets: string[][]; limit: number; until: number };

/** How many books hold the words, counted no further than `limit`; none where time is up. */
export async function countUpTo(
  words: readonly string[],
  { facets, limit, until }: Counting,
): Promise<number> {
  if (words.length === 0 && facets.length === 0) return 0;
  const query = { words, unfinished: 'none', in: 'anywhere', facets, limit, until } as const;
  return (await searchEngine.booksWith(query)).entries.length;
}
