import { looksLikeIsbn, parseIsbn } from '#db/isbn';
import { queryWords } from '#db/search/terms';
import { type FilterName, filterNames, type SearchRequest, withoutFilter } from '#lib/search/request';

export type Without =
  | { kind: 'filter'; name: FilterName; value: string | number }
  | { kind: 'filters' }
  | { kind: 'word'; word: string };

export type RelaxedQuery = { without: Without; request: SearchRequest };

const mostOfAKind = 6;

export function relaxedQueries(request: SearchRequest): RelaxedQuery[] {
  const filters = withoutEachFilter(request);
  const all = filters.length > 1 ? [withoutFilters(request)] : [];
  return [...filters.slice(0, mostOfAKind), ...all, ...withoutEachWord(request)].filter(
    ({ request: broader }) => asksForBooks(broader),
  );
}

const withoutEachFilter = (request: SearchRequest): RelaxedQuery[] =>
  filterNames.flatMap((name) =>
    request.filters[name].map((value) => ({
      without: { kind: 'filter', name, value } as const,
      request: withoutFilter(request, name, value),
    })),
  );

function withoutFilters(request: SearchRequest): RelaxedQuery {
  const filters = { available: [], format: [], genre: [], language: [], author: [], decade: [] };
  return { without: { kind: 'filters' }, request: { ...request, page: 1, filters } };
}

function withoutEachWord(request: SearchRequest): RelaxedQuery[] {
  const typed = wordsTyped(request);
  if (typed.length < 2) return [];
  return typed.slice(0, mostOfAKind).map((word, place) => ({
    without: { kind: 'word', word },
    request: { ...request, page: 1, q: typed.toSpliced(place, 1).join(' ') },
  }));
}

/** Where one word less does not help: without any two, or with one alone that is long enough to say something. */
export function veryRelaxedQueries(request: SearchRequest): RelaxedQuery[] {
  const typed = wordsTyped(request).slice(0, mostOfAKind);
  if (typed.length < 3) return [];
  const places = [...typed.keys()];
  const twoLess = typed.length > 3 ? pairsOf(places) : [];
  const alone = places
    .filter((place) => (typed[place] ?? '').length > 2)
    .map((only) => places.filter((place) => place !== only));
  return [...twoLess, ...alone].map((left) => ({
    without: { kind: 'word', word: typed.filter((_, place) => left.includes(place)).join(' ') },
    request: { ...request, page: 1, q: typed.filter((_, place) => !left.includes(place)).join(' ') },
  }));
}

const pairsOf = (places: number[]): number[][] =>
  places.flatMap((one) => places.filter((other) => other > one).map((other) => [one, other]));

const wordsTyped = ({ q }: SearchRequest): string[] =>
  q.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

const asksForBooks = ({ q, filters }: SearchRequest) =>
  queryWords(q).length > 0 || filterNames.some((name) => filters[name].length > 0);

export type CountedQuery = RelaxedQuery & { count: number };

const mostWays = 6;

export const queriesThatFind = (ways: CountedQuery[]): CountedQuery[] =>
  ways
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => a.count - b.count)
    .slice(0, mostWays);

/** An ISBN that the library does not have, or a number that would be one if its last digit fitted. */
export function isbnAsked(text: string): 'unknown' | 'mistyped' | undefined {
  if (parseIsbn(text)) return 'unknown';
  return looksLikeIsbn(text) ? 'mistyped' : undefined;
}
