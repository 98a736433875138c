import { parseIsbn } from '#db/isbn';
import type { SearchEntry } from '#db/search/engine';
import { isUnspaced, queryWords } from '#db/search/words';
import {
  type Candidates,
  type Coverage,
  candidates,
  countUpTo,
  type WordsAsked,
} from '#lib/search/candidates';
import { deadline, isPast } from '#lib/search/deadline';
import { bookWithIsbn, entriesOf, idsInOrder } from '#lib/search/entry-queries';
import { countFacets, type FacetCounts, facetGroups, passes } from '#lib/search/facets/facets';
import { ranked } from '#lib/search/rank';
import { type Filters, filterNames, type SearchOrder, type SearchRequest } from '#lib/search/request';
import { correctedQuery } from '#lib/search/spelling/spelling';

export type SearchResult = {
  ids: number[];
  coverage: Coverage;
  /** There are more than these: the counts are of these. */
  more: boolean;
  facets: FacetCounts;
  counted: 'all' | 'some';
  /** Time ended it: asked again, it may find more. */
  cutShort: boolean;
  /** The words that were searched instead, where none holds what was typed. */
  correctedQuery?: string;
};

/** More words than this say no more. */
export const maxWords = 12;

/**
 * Searches the catalog: every word in any field and order, forgiving an unfinished last word, then slips. With no
 * words it is all books that pass the filters. `q` is what a person typed, any text at all.
 */
export async function search({
  q,
  filters,
  sort: wanted,
}: Pick<SearchRequest, 'q' | 'filters' | 'sort'>): Promise<SearchResult> {
  const until = deadline();
  const isbn = parseIsbn(q);
  const book = isbn && (await bookWithIsbn(isbn));
  if (book) return oneBook(book, filters);
  const words = queryWords(q).slice(0, maxWords);
  const sort = words.length === 0 && wanted === 'relevance' ? 'title' : wanted;
  const first = sort === 'relevance' ? undefined : sort;
  const asked: WordsAsked = { words, unfinished: 'none', first, until };
  const found = await searchWithFallbacks(asked, filters);
  const entries = await ordered(found, sort);
  return {
    ids: entries.map(({ id }) => id),
    coverage: found.coverage,
    more: found.coverage !== 'complete',
    ...(await facetsOf(found, filters)),
    ...(found.correctedQuery && { correctedQuery: found.asked.words.join(' ') }),
  };
}

type Answer = Candidates & { asked: WordsAsked; correctedQuery: boolean };

/** As typed; else, where there is time, with the last word as a beginning; else as it may have been meant. */
async function searchWithFallbacks(asked: WordsAsked, filters: Filters): Promise<Answer> {
  const facets = facetGroups(filters);
  if (asked.words.length === 0 && facets.length === 0) return nothing(asked);
  const exact = await candidates(asked, facets);
  if (exact.entries.length > 0 || asked.words.length === 0) return { ...exact, asked, correctedQuery: false };
  for (const unfinished of ['last', 'all'] as const) {
    if (isPast(asked.until)) break;
    if (!longEnough(asked.words, unfinished)) continue;
    const open = { ...asked, unfinished };
    const begun = await candidates(open, facets);
    if (begun.entries.length > 0) return { ...begun, asked: open, correctedQuery: false };
  }
  // What the filters leave out is not mistyped.
  const once = { facets: [], limit: 1, until: asked.until };
  if (facets.length > 0 && (await countUpTo(asked.words, once)) > 0) return nothing(asked);
  const words = await correctedQuery(asked.words, { facets, until: asked.until });
  if (!words) return nothing(asked);
  const corrected: WordsAsked = { ...asked, words };
  return { ...(await candidates(corrected, facets)), asked: corrected, correctedQuery: true };
}

const nothing = (asked: WordsAsked): Answer => ({
  entries: [],
  wholeTitles: new Set(),
  coverage: isPast(asked.until) ? 'timedOut' : 'complete',
  asked,
  correctedQuery: false,
});

/** The beginning of a word that is one letter long says nothing, where all words are unfinished not even two do. */
const longEnough = (words: readonly string[], unfinished: 'last' | 'all') =>
  unfinished === 'last'
    ? words.slice(-1).every((word) => word.length > 1 || isUnspaced(word))
    : words.every((word) => word.length > 2 || isUnspaced(word));

async function ordered(found: Answer, sort: SearchOrder): Promise<SearchEntry[]> {
  if (found.coverage === 'ordered') return found.entries;
  const best = ranked(found.entries, found.asked, found.wholeTitles);
  if (sort === 'relevance') return best;
  const byId = new Map(best.map((entry) => [entry.id, entry]));
  return (await idsInOrder([...byId.keys()], sort)).flatMap((id) => byId.get(id) ?? []);
}

type Counted = Pick<SearchResult, 'facets' | 'counted' | 'cutShort'>;

/**
 * The values of a kind that is filtered are counted as if it were not: they say what else there would be. Each is a
 * search of its own, so that those that come too late are counted among the books that were found.
 */
async function facetsOf(found: Answer, filters: Filters): Promise<Counted> {
  const asked = { ...found.asked, first: undefined };
  const looked: Coverage[] = [found.coverage];
  const facets = countFacets(found.entries);
  for (const name of filterNames) {
    if (filters[name].length === 0) continue;
    if (isPast(asked.until)) return { facets, counted: 'some', cutShort: true };
    const without = await candidates(asked, facetGroups(filters, name));
    looked.push(without.coverage);
    Object.assign(facets, { [name]: countFacets(without.entries)[name] });
  }
  const counted = looked.every((coverage) => coverage === 'complete') ? 'all' : 'some';
  return { facets, counted, cutShort: looked.some(isCutShort) };
}

const isCutShort = (coverage: Coverage) => coverage === 'timedOut' || coverage === 'truncated';

async function oneBook(id: number, filters: Filters): Promise<SearchResult> {
  const entries = (await entriesOf([id])).filter((entry) => passes(entry, facetGroups(filters)));
  const ids = entries.map((entry) => entry.id);
  return {
    ids,
    coverage: 'complete',
    more: false,
    facets: countFacets(entries),
    counted: 'all',
    cutShort: false,
  };
}
