import { formats } from '#db/schema/catalog';

export const searchOrders = ['relevance', 'title', 'author', 'year', 'newest'] as const;
export type SearchOrder = (typeof searchOrders)[number];
export type Format = (typeof formats)[number];

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

type Params = Record<string, string | string[] | undefined>;

const longestQuery = 200;
const mostValues = 20;

const recordIds = (values: string[]) => values.filter((value) => /^[1-9]\d{0,8}$/.test(value)).map(Number);

/** A value that cannot be is left out: the rest still says what is looked for. */
const parsers: { [Name in FilterName]: (values: string[]) => Filters[Name] } = {
  available: (values) => (values.includes('shelf') ? ['shelf'] : []),
  genre: recordIds,
  language: (values) =>
    values.map((value) => value.toLowerCase()).filter((value) => /^[a-z]{2,8}(-[a-z\d]{1,8})*$/.test(value)),
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

/** What was typed: without what no title holds, and not endless. */
export const parseQuery = (q: string | string[] | undefined): string =>
  ([q].flat()[0] ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, longestQuery)
    .toWellFormed();

function parseFilter<Name extends FilterName>(name: Name, params: Params): Filters[Name] {
  const values = [params[name]].flat().filter((value) => value !== undefined);
  const parsed: Filters[FilterName] = parsers[name](values.slice(0, mostValues * 10));
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

export const isSearchOrder = (value: unknown): value is SearchOrder =>
  typeof value === 'string' && (searchOrders as readonly string[]).includes(value);

export const isFiltered = (filters: Filters): boolean => filterNames.some((name) => filters[name].length > 0);

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
