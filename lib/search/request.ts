import { type Format, formats } from '#lib/catalog/books/book';
import { bookOrderNames } from '#lib/catalog/books/book-orders';
import { isPageSize } from '#lib/lists/page-sizes';
import { parsePageNumber } from '#lib/lists/paging';
import { maxQueryLength } from '#lib/search/query-length';

/** How well books answer, or the orders of all lists of books. */
export const searchOrders = ['relevance', ...bookOrderNames] as const;
export type SearchOrder = (typeof searchOrders)[number];

/** What results are narrowed to: of each kind any of the values, of all kinds together each. */
export type Filters = {
  /** `shelf`: a copy is on the shelf. */
  available: 'shelf'[];
  genre: number[];
  language: string[];
  author: number[];
  /** Its first year, negative for BCE: 1960, -430. */
  decade: number[];
  format: Format[];
};
export type FilterName = keyof Filters;

export const filterNames = ['available', 'format', 'genre', 'language', 'author', 'decade'] as const;

export type SearchRequest = { q: string; filters: Filters; sort: SearchOrder; page: number; size: number };

export type Params = Record<string, string | string[] | undefined>;

const mostValues = 20;

const recordIds = (values: string[]) => values.filter((value) => /^[1-9]\d{0,8}$/.test(value)).map(Number);

/** A value that cannot be is left out: the rest still says what is looked for. */
const parsers: { [Name in FilterName]: (values: string[]) => Filters[Name] } = {
  available: (values) => (values.includes('shelf') ? ['shelf'] : []),
  genre: recordIds,
  language: (values) => values.filter((value) => /^[a-z]{2,8}(-[a-z\d]{1,8})*$/.test(value)),
  author: recordIds,
  decade: (values) => values.filter((value) => /^-?\d{1,4}0$|^0$/.test(value)).map(Number),
  format: (values) => formats.filter((format) => values.includes(format)),
};

export const noFilters = (): Filters => ({
  available: [],
  genre: [],
  language: [],
  author: [],
  decade: [],
  format: [],
});

const typed = (q: string | string[] | undefined): string =>
  ([q].flat()[0] ?? '').replace(/\p{Cc}/gu, ' ').trim();

/** What was typed: without what no title holds, and not endless. */
export const parseQuery = (q: string | string[] | undefined): string =>
  typed(q)
    .slice(0, maxQueryLength)
    // Where the cut went through the middle of a letter, its first half is left.
    .replace(/[\ud800-\udbff]$/, '')
    .toWellFormed()
    .trim();

export const isQueryTooLong = (q: string | string[] | undefined): boolean => typed(q).length > maxQueryLength;

const said = (name: FilterName, params: Params): string[] => {
  const values = [params[name]].flat().flatMap((value) => value || []);
  return [...new Set(name === 'language' ? values.map((value) => value.toLowerCase()) : values)];
};

function parseFilter<Name extends FilterName>(name: Name, params: Params): Filters[Name] {
  const parsed: Filters[FilterName] = parsers[name](said(name, params).slice(0, mostValues * 10));
  return [...new Set<string | number>(parsed)].slice(0, mostValues) as Filters[Name];
}

/** The filters that an address names. Twenty values of a kind are enough for anybody. */
export const parseFilters = (params: Params): Filters => ({
  available: parseFilter('available', params),
  genre: parseFilter('genre', params),
  language: parseFilter('language', params),
  author: parseFilter('author', params),
  decade: parseFilter('decade', params),
  format: parseFilter('format', params),
});

export const isFiltered = (filters: Filters): boolean => filterNames.some((name) => filters[name].length > 0);

export const countFilters = (filters: Filters): number =>
  filterNames.reduce((total, name) => total + filters[name].length, 0);

export const countGiven = (params: Params): number =>
  filterNames.reduce((total, name) => total + said(name, params).length, 0);

export const expandedIn = (params: Params): FilterName[] =>
  filterNames.filter((name) => [params.more].flat().includes(name));

export const isSearch = (params: Params): boolean => parseQuery(params.q) !== '' || countGiven(params) > 0;

/** The orders of results, the usual one first: without words no book answers better than another. */
export const ordersFor = (q: string): readonly [SearchOrder, ...SearchOrder[]] =>
  q ? searchOrders : bookOrderNames;

/** The search that an address says; what it leaves open is `open`. What it says wrongly it does not say. */
export function parseSearch(params: Params, open: { size: number }): SearchRequest {
  const size = typeof params.size === 'string' && /^\d{2,3}$/.test(params.size) ? Number(params.size) : 0;
  const q = parseQuery(params.q);
  return {
    q,
    filters: parseFilters(params),
    sort: ordersFor(q).find((order) => order === params.sort) ?? ordersFor(q)[0],
    page: parsePageNumber(params.page),
    size: isPageSize(size) ? size : open.size,
  };
}

export function paramsOf(query: string | URLSearchParams): Params {
  const params: Params = Object.create(null);
  const named = Map.groupBy(new URLSearchParams(query), ([name]) => name);
  for (const [name, pairs] of named) {
    const values = pairs.map(([, value]) => value);
    params[name] = values.length > 1 ? values : values[0];
  }
  return params;
}

/** The search as an address says it, in one order: what is the same has the same address. */
export function searchParams({
  q,
  filters,
  sort,
}: Pick<SearchRequest, 'q' | 'filters' | 'sort'>): URLSearchParams {
  const params = new URLSearchParams(q ? { q } : {});
  for (const name of filterNames) for (const value of filters[name]) params.append(name, String(value));
  if (sort !== 'relevance') params.set('sort', sort);
  return params;
}

/** The address of a page of results, which looks the same to whoever opens it. */
export function searchAddress({ page, size, ...asked }: SearchRequest): string {
  const params = searchParams(asked);
  params.set('size', String(size));
  if (page > 1) params.set('page', String(page));
  return `/books?${params}`;
}

export const withoutFilter = (
  request: SearchRequest,
  name: FilterName,
  value: string | number,
): SearchRequest => ({
  ...request,
  page: 1,
  filters: { ...request.filters, [name]: request.filters[name].filter((other) => other !== value) },
});
