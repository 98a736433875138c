import { isbnsIn } from '#db/isbn';
import type { SearchEntry } from '#db/search/engine';
import { type AuthorAsked, authorsAsked } from '#lib/search/authors-asked';
import { type Coverage, candidates } from '#lib/search/candidates';
import { deadline, isPast } from '#lib/search/deadline';
import { bookWithIsbn, entriesOf, idsInOrder } from '#lib/search/entry-queries';
import { countFacets, type FacetCounts, facetGroups, passes } from '#lib/search/facets/facets';
import { type Answer, searchWithFallbacks } from '#lib/search/fallbacks';
import { maxTerms, parseTerms, type QueryTerm } from '#lib/search/query';
import { ranked } from '#lib/search/rank';
import { type Filters, filterNames, type SearchOrder, type SearchRequest } from '#lib/search/request';
import { didYouMean } from '#lib/search/spelling/did-you-mean';
import { withJoinedNeighbours } from '#lib/search/spelling/near-words';
import { wholeTitles } from '#lib/search/whole-titles';

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
  /** The words that the best of these books do not have, where no book has all. */
  missingWords?: string[];
  /** Few books have what was typed, many have this; or none has it, and this is the nearest. */
  suggestedQuery?: string;
  /** What was searched for in the end. */
  terms: readonly QueryTerm[];
  /** All that was typed is a title of the first. */
  whole: boolean;
  /** No book has what was typed: these come near. */
  near: boolean;
  /** Whose name was typed. */
  authors: AuthorAsked[];
};

/**
 * Searches the catalog: every word in any field and order, forgiving an unfinished last word; where no book has them all,
 * those that come nearest, with slips or without some of the words. With no words it is all books that pass the filters.
 * `q` is what a person typed, any text at all.
 */
export async function search({
  q,
  filters,
  sort: wanted,
}: Pick<SearchRequest, 'q' | 'filters' | 'sort'>): Promise<SearchResult> {
  const until = deadline();
  const book = await bookNumbered(q);
  if (book) return oneBook(book, filters);
  const all = parseTerms(q);
  const whole = await wholeTitles(all);
  // Signs alone may be a title; where they are none, they are nothing.
  const terms = hasWords(q) || whole.size > 0 ? await withJoinedNeighbours(all.slice(0, maxTerms)) : [];
  const sort = terms.length === 0 && wanted === 'relevance' ? 'title' : wanted;
  const first = sort === 'relevance' ? undefined : sort;
  const asked = { terms, unfinished: 'none' as const, first, until, wholeTitles: whole };
  const found = await searchWithFallbacks(asked, filters);
  const entries = await ordered(found, sort);
  return {
    ids: entries.map(({ id }) => id),
    whole: whole.size > 0,
    near: found.near !== undefined,
    terms: found.asked.terms,
    coverage: found.coverage,
    more: found.coverage !== 'complete',
    ...(await facetsOf(found, filters)),
    ...(found.corrected && !found.far && { correctedQuery: found.corrected.join(' ') }),
    ...(found.missing && { missingWords: found.missing }),
    ...(await alsoMeant(found, filters)),
  };
}

/** Beside the books: the authors of that name, and words that are near to what was typed. */
async function alsoMeant(
  { asked, near, entries, far, corrected }: Answer,
  filters: Filters,
): Promise<Pick<SearchResult, 'authors' | 'suggestedQuery'>> {
  const { terms, until, wholeTitles } = asked;
  if (far && corrected) return { authors: [], suggestedQuery: corrected.join(' ') };
  const authors = await authorsAsked(terms);
  if (near || wholeTitles.size > 0 || authors.length > 0) return { authors };
  const suggestedQuery = await didYouMean(terms, {
    books: entries.length,
    facets: facetGroups(filters),
    until,
  });
  return { authors, ...(suggestedQuery && { suggestedQuery }) };
}

const hasWords = (q: string) => /[\p{L}\p{N}]/u.test(q);

/** The first ISBN in the text that the library has. */
async function bookNumbered(q: string): Promise<number | undefined> {
  for (const isbn of isbnsIn(q)) {
    const book = await bookWithIsbn(isbn);
    if (book) return book;
  }
  return undefined;
}

async function ordered(found: Answer, sort: SearchOrder): Promise<SearchEntry[]> {
  if (found.coverage === 'ordered') return found.entries;
  const best = nearestFirst(found.near ?? [], byRank(found));
  if (sort === 'relevance') return [...best, ...(found.beside ?? [])];
  const byId = new Map(best.map((entry) => [entry.id, entry]));
  return (await idsInOrder([...byId.keys()], sort)).flatMap((id) => byId.get(id) ?? []);
}

function nearestFirst(near: SearchEntry[], ranked: SearchEntry[]): SearchEntry[] {
  const first = new Set(near.map(({ id }) => id));
  return [...near, ...ranked.filter(({ id }) => !first.has(id))];
}

/** A description says last what a book is about. */
function byRank({ entries, asked, described }: Answer): SearchEntry[] {
  const best = ranked(entries, asked, asked.wholeTitles);
  if (described.size === 0) return best;
  return [...best.filter(({ id }) => !described.has(id)), ...best.filter(({ id }) => described.has(id))];
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
    if (filters[name].length === 0 || found.missing) continue;
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
    authors: [],
    terms: [],
    near: false,
    whole: true,
  };
}
