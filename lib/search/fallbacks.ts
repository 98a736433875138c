import type { SearchEntry } from '#db/search/engine';
import { isUnspaced, typedWords } from '#db/search/terms';
import { approximate } from '#lib/search/approximate';
import { type Candidates, candidates, countUpTo, type TermsAsked } from '#lib/search/candidates';
import { isPast } from '#lib/search/deadline';
import { facetGroups } from '#lib/search/facets/facets';
import type { QueryTerm } from '#lib/search/query';
import { holds } from '#lib/search/rank-names';
import type { Filters } from '#lib/search/request';
import { wholeTitles } from '#lib/search/whole-titles';

export type Answer = Candidates & {
  asked: TermsAsked;
  /** Those that come nearest, in this order, before all others. */
  near?: SearchEntry[];
  /** Those that come near, after all others. */
  beside?: SearchEntry[];
  corrected?: string[] | undefined;
  missing?: string[];
  /** So far from what was typed that it is only offered. */
  far?: boolean;
};

/** As typed; else, where there is time, with the last word as a beginning; else what comes nearest. */
export async function searchWithFallbacks(asked: TermsAsked, filters: Filters): Promise<Answer> {
  const facets = facetGroups(filters);
  if (asked.terms.length === 0 && facets.length === 0) return nothing(asked);
  const exact = await candidates(asked, facets);
  if (asked.terms.length === 0) return { ...exact, asked };
  if (exact.entries.length > 0)
    return isThin(exact.entries, asked) ? besideThin({ ...exact, asked }, facets) : { ...exact, asked };
  const begun = await unfinished(asked, facets);
  if (begun) return begun;
  // What the filters leave out is not mistyped.
  const once = { facets: [], limit: 1, until: asked.until };
  if (facets.length > 0 && (await countUpTo(asked.terms, once)) > 0) return nothing(asked);
  return nearest(asked, facets);
}

const mostThin = 3;

/** Few books have all the words, and those where nobody sees them: the one that is meant may have all but one of them. */
const isThin = (entries: SearchEntry[], { terms, wholeTitles, first }: TermsAsked): boolean =>
  first === undefined &&
  entries.length <= mostThin &&
  terms.length > 1 &&
  wholeTitles.size === 0 &&
  entries.every(({ titleKey, names }) => terms.some((term) => !holds(` ${titleKey} ${names} `, term)));

const mostBeside = 5;

/** What comes near stands behind what has the words. */
async function besideThin(thin: Answer, facets: string[][]): Promise<Answer> {
  const { terms, until } = thin.asked;
  const near = isPast(until) ? undefined : await approximate(terms, { facets, until });
  const known = new Set(thin.entries.map(({ id }) => id));
  const beside = (near?.entries ?? []).filter(({ id }) => !known.has(id)).slice(0, mostBeside);
  return { ...thin, beside };
}

async function unfinished(asked: TermsAsked, facets: string[][]): Promise<Answer | undefined> {
  for (const unfinished of ['last', 'all'] as const) {
    if (isPast(asked.until)) break;
    if (!longEnough(asked.terms, unfinished)) continue;
    const open = { ...asked, unfinished };
    const begun = await candidates(open, facets);
    if (begun.entries.length > 0) return { ...begun, asked: open };
  }
  return undefined;
}

async function nearest(asked: TermsAsked, facets: string[][]): Promise<Answer> {
  const { terms, until } = asked;
  const near = isPast(until) ? undefined : await approximate(terms, { facets, until });
  if (!near) return nothing(asked);
  const read = { ...asked, terms: near.terms };
  if (near.missing.length === 0) return { ...(await asMeant(near.entries, read, facets)), far: near.far };
  return {
    entries: near.entries,
    coverage: 'complete',
    described: new Set(),
    asked: read,
    near: near.entries,
    missing: near.missing,
  };
}

/** All books with the words as they were meant; those come first that come nearest to what was typed. */
async function asMeant(nearest: SearchEntry[], asked: TermsAsked, facets: string[][]): Promise<Answer> {
  const found = await candidates({ ...asked, wholeTitles: await wholeTitles(asked.terms) }, facets);
  const near = nearest.slice(0, mostNearest);
  return { ...found, asked, near, corrected: typedWords(asked.terms) };
}

/** Of other readings than the best no more are shown. */
const mostNearest = 3;

const nothing = (asked: TermsAsked): Answer => ({
  entries: [],
  described: new Set(),
  coverage: isPast(asked.until) ? 'timedOut' : 'complete',
  asked,
});

/** The beginning of a word that is one letter long says nothing, where all words are unfinished not even two do. */
const longEnough = (terms: readonly QueryTerm[], unfinished: 'last' | 'all') => {
  const words = typedWords(terms);
  return unfinished === 'last'
    ? words.slice(-1).every((word) => word.length > 1 || isUnspaced(word))
    : words.every((word) => word.length > 2 || isUnspaced(word));
};
