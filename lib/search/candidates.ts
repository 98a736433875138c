import { type Found, type SearchEntry, searchEngine, type WordQuery } from '#db/search/engine';
import { typedWords } from '#db/search/terms';
import { isPast } from '#lib/search/deadline';
import { anyEntries, booksTitledLike, entriesOf } from '#lib/search/entry-queries';
import { passes } from '#lib/search/facets/facets';
import type { QueryTerm } from '#lib/search/query';
import { inTheirFields } from '#lib/search/rank';
import type { WholeTitles } from '#lib/search/whole-titles';

/** So many books of one search are looked at, counted and ordered. Words so common that there are more are narrowed. */
export const maxBooks = 2000;
const maxInTitles = 1000;
const maxTitles = 200;

/** Where so few books have the words, descriptions are looked through for them too. */
const fewBooks = 50;

export type TermsAsked = Pick<WordQuery, 'unfinished' | 'first'> & {
  terms: readonly QueryTerm[];
  wholeTitles: WholeTitles;
  until: number;
};

/**
 * Of what there is, the books found are all; where there are more than can be looked at, the best; the first in the
 * order that was asked for; or any, because there was no time to put all in order; or what time allowed.
 */
export type Coverage = 'complete' | 'top' | 'ordered' | 'truncated' | 'timedOut';

export type Candidates = {
  entries: SearchEntry[];
  coverage: Coverage;
  /** Those that have the words in their description only. */
  described: ReadonlySet<number>;
};

/**
 * The books that hold all the terms. Where those are too many, the best are surely among these: whose title it is,
 * whose title begins so or holds all of it, before any others; or, where an order is asked for, the first in it.
 */
export async function candidates(asked: TermsAsked, facets: string[][]): Promise<Candidates> {
  const found = await wherever(asked, facets);
  const entries = found.entries.filter((entry) => inTheirFields(entry, asked.terms));
  return { ...found, entries };
}

async function wherever(asked: TermsAsked, facets: string[][]): Promise<Candidates> {
  const { terms, unfinished } = asked;
  const query: WordQuery = { terms, unfinished, facets, in: 'anywhere', limit: maxBooks };
  const anywhere = await (terms.length + facets.length > 0
    ? searchEngine.booksWith(query)
    : anyEntries(maxBooks));
  const described = new Set<number>();
  if (anywhere.complete) return withTitles(asked, facets, await withDescriptions(query, anywhere));
  if (asked.first) return { ...(await firstOf(query, asked, anywhere)), described };
  // Without words all books are as good as each other.
  if (terms.length === 0)
    return { ...anywhere, coverage: isCutOff(anywhere, maxBooks) ? 'timedOut' : 'top', described };
  return { ...(await bestOf(query, asked.wholeTitles, anywhere)), described };
}

/** A whole title beside which more was typed does not hold all the terms: it is here by its title. */
async function withTitles(asked: TermsAsked, facets: string[][], found: Candidates): Promise<Candidates> {
  const known = new Set(found.entries.map(({ id }) => id));
  const missing = [...asked.wholeTitles.keys()].filter((id) => !known.has(id));
  const titled = (await entriesOf(missing)).filter((entry) => passes(entry, facets));
  return { ...found, entries: [...titled, ...found.entries] };
}

async function withDescriptions(query: WordQuery, anywhere: Found): Promise<Candidates> {
  const { entries } = anywhere;
  if (!(await isFew(query, entries.length))) return { entries, coverage: 'complete', described: new Set() };
  const known = new Set(entries.map(({ id }) => id));
  const found = await searchEngine.booksWith({ ...query, in: 'descriptions' });
  const more = found.entries.filter(({ id }) => !known.has(id));
  const coverage = found.complete ? 'complete' : isCutOff(found, query.limit) ? 'timedOut' : 'top';
  return { entries: [...entries, ...more], coverage, described: new Set(more.map(({ id }) => id)) };
}

/** Whatever the books are narrowed to: each filter says how many of the same books it leaves. */
async function isFew({ terms, unfinished, facets }: WordQuery, found: number): Promise<boolean> {
  if (terms.length === 0 || found >= fewBooks) return false;
  if (facets.length === 0) return true;
  const query = { terms, unfinished, facets: [], in: 'anywhere', limit: fewBooks } as const;
  return (await searchEngine.booksWith(query)).entries.length < fewBooks;
}

type Chosen = Pick<Candidates, 'entries' | 'coverage'>;

/** Where there is no time for all of them, those at hand have to do. */
async function firstOf(query: WordQuery, asked: TermsAsked, atHand: Found): Promise<Chosen> {
  if (isCutOff(atHand, maxBooks)) return { entries: atHand.entries, coverage: 'timedOut' };
  const inOrder = isPast(asked.until)
    ? undefined
    : await searchEngine.booksWith({ ...query, first: asked.first });
  if (!inOrder || inOrder.entries.length === 0) return { entries: atHand.entries, coverage: 'truncated' };
  const { entries } = inOrder;
  return { entries, coverage: isCutOff(inOrder, maxBooks) ? 'timedOut' : 'ordered' };
}

async function bestOf(query: WordQuery, wholeTitles: WholeTitles, anywhere: Found): Promise<Chosen> {
  const inTitles = await searchEngine.booksWith({ ...query, in: 'title', limit: maxInTitles });
  const beginning = await booksTitledLike(`${typedWords(query.terms).join(' ')} `, maxTitles);
  const named = await entriesOf([...new Set([...wholeTitles.keys(), ...beginning])]);
  const passing = named.filter((entry) => passes(entry, query.facets));
  const all = [...passing, ...inTitles.entries, ...anywhere.entries];
  const entries = [...new Map(all.map((entry) => [entry.id, entry])).values()].slice(0, maxBooks);
  const cutOff = isCutOff(anywhere, maxBooks) || isCutOff(inTitles, maxInTitles);
  return { entries, coverage: cutOff ? 'timedOut' : 'top' };
}

/** Time ended it, not the limit. */
const isCutOff = ({ complete, entries }: Found, limit: number) => !complete && entries.length < limit;

export type Counting = { facets: string[][]; limit: number; until: number };

/** How many books hold the terms, counted no further than `limit`; none where time is up. */
export async function countUpTo(
  terms: readonly QueryTerm[],
  { facets, limit, until }: Counting,
): Promise<number> {
  if (terms.length === 0 && facets.length === 0) return 0;
  const query = { terms, unfinished: 'none', in: 'anywhere', facets, limit, until } as const;
  return (await searchEngine.booksWith(query)).entries.length;
}
