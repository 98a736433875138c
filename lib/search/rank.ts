import type { SearchEntry } from '#db/search/engine';
import type { QueryTerm } from '#lib/search/query';
import { holds, nameMatch } from '#lib/search/rank-names';
import type { WholeTitles } from '#lib/search/whole-titles';

export type RankedQuery = { terms: readonly QueryTerm[]; unfinished: 'none' | 'last' | 'all' };

type Parts = { inTitle: number; inNames: number; elsewhere: number };

const padded = (words: string) => ` ${words} `;
const wordCount = (words: string) => (words ? words.split(' ').length : 0);

/** Whether the last word of the term at a place may be the beginning of a longer one. */
const isOpen =
  ({ terms, unfinished }: RankedQuery) =>
  (place: number) =>
    unfinished === 'all' || (unfinished === 'last' && place === terms.length - 1);

function partsOf(entry: SearchEntry, query: RankedQuery): Parts {
  const [title, names, open] = [padded(entry.titleKey), padded(entry.names), isOpen(query)];
  const parts = { inTitle: 0, inNames: 0, elsewhere: 0 };
  query.terms.forEach((term, place) => {
    if (holds(title, term, open(place))) parts.inTitle++;
    else if (holds(names, term, open(place))) parts.inNames++;
    else parts.elsewhere++;
  });
  return parts;
}

const share = (matched: number, text: string) => Math.min(1, matched / Math.max(1, wordCount(text)));

function phraseBonus({ titleKey }: SearchEntry, { terms }: RankedQuery): number {
  const phrase = terms.map(({ forms }) => forms[0]?.join(' ')).join(' ');
  if (titleKey.startsWith(phrase)) return 150;
  return padded(titleKey).includes(` ${phrase}`) ? 100 : 0;
}

/** A family name, or all of a name, says whose books are meant; a forename alone hardly does. */
function nameScore(entry: SearchEntry, query: RankedQuery, isName: boolean): number {
  const match = nameMatch(entry, isOpen(query), query.terms);
  if (!match) return 620;
  const certain = match.family || match.share === 1;
  const base = certain && isName ? (match.shown ? 880 : 760) : certain && match.shown ? 720 : 640;
  return base + 60 * match.share - 5 * Math.min(match.contributor, 9);
}

type Context = { wholeTitles: WholeTitles; isName: boolean };

/**
 * How well an entry answers: a whole title beats a part of one, a title with its author beats either, somebody's own works
 * beat titles that name them, a title beats a forename, and either a subject; the less else there is in a title, the better.
 */
export function score(entry: SearchEntry, query: RankedQuery, { wholeTitles, isName }: Context): number {
  const whole = wholeTitles.get(entry.id);
  if (whole) return 1000 * whole + share(query.terms.length, entry.titleKey);
  const { inTitle, inNames, elsewhere } = partsOf(entry, query);
  const coverage = share(inTitle, entry.titleKey);
  if (elsewhere > 0) return 200 + (200 * (inTitle + inNames)) / query.terms.length + 100 * coverage;
  if (inNames === 0) return titleScore(entry, query, { coverage, isName });
  if (inTitle === 0) return nameScore(entry, query, isName);
  return 500 + 300 * coverage + (coverage === 1 ? 150 : 0) + 50 * share(inNames, entry.names);
}

/** Nothing but the title, and all of it. */
const wholeInOtherOrder = 990;

/** Who wrote under a name that is in the title too is no less the author for it. */
function titleScore(
  entry: SearchEntry,
  query: RankedQuery,
  { coverage, isName }: { coverage: number; isName: boolean },
) {
  const partly = 600 + 200 * coverage + phraseBonus(entry, query);
  const asTitle =
    coverage === 1 && query.terms.length <= wordCount(entry.titleKey) ? wholeInOtherOrder : partly;
  return isName && nameMatch(entry, isOpen(query), query.terms)
    ? Math.max(asTitle, nameScore(entry, query, true))
    : asTitle;
}

const isIn = (entry: SearchEntry) => (entry.facets.endsWith('v_1') ? 0 : 1);

/** The first of a series before the second, and what is in the series before what is written about it. */
function placeInSeries({ facets }: SearchEntry): number {
  const number = / s_(\d+)/.exec(facets)?.[1];
  return number ? Number(number) : 100;
}

/** What was typed is rather a name than the words of titles. */
function looksLikeName(entries: readonly SearchEntry[], query: RankedQuery): boolean {
  if (query.terms.some(({ field }) => field === 'author')) return true;
  let [titles, people] = [0, 0];
  for (const entry of entries) {
    const title = padded(entry.titleKey);
    if (query.terms.every((term) => holds(title, term))) titles++;
    else if (nameMatch(entry, isOpen(query), query.terms)?.family) people++;
  }
  return people > 0 && titles <= 3 * people;
}

/** Best first; of equals the earlier in a series, then one that is on the shelf, then the one that came first. */
export function ranked(
  entries: readonly SearchEntry[],
  query: RankedQuery,
  wholeTitles: WholeTitles,
): SearchEntry[] {
  const context = {
    wholeTitles,
    isName: query.terms.length <= maxNameTerms && looksLikeName(entries, query),
  };
  return entries
    .map((entry) => ({ entry, points: score(entry, query, context) }))
    .sort(
      (a, b) =>
        b.points - a.points ||
        placeInSeries(a.entry) - placeInSeries(b.entry) ||
        isIn(a.entry) - isIn(b.entry) ||
        a.entry.id - b.entry.id,
    )
    .map(({ entry }) => entry);
}

const maxNameTerms = 5;

/** Terms of which it was said where they have to stand do stand there. */
export function inTheirFields(entry: SearchEntry, terms: readonly QueryTerm[]): boolean {
  const [title, names] = [padded(entry.titleKey), padded(entry.names)];
  return terms.every((term) => !term.field || holds(term.field === 'title' ? title : names, term));
}
