import {
  countGiven,
  type FilterName,
  noFilters,
  type Params,
  type SearchRequest,
  searchAddress,
} from '#lib/search/request';

/** A list of books that can be narrowed. */
export type Scope = {
  /** Its address without what is asked of it. */
  path: string;
  /** What makes a book one of it; every book is where it is not set. */
  fixed?: { name: 'genre' | 'language' | 'author'; value: string };
};

export const allBooks: Scope = { path: '/books' };

/** What narrows the list, of what an address says: not what it is a list of, and on no page but `/books` any words. */
export function narrowingIn({ path, fixed }: Scope, params: Params): Params {
  const narrowing = { ...params };
  if (path !== allBooks.path) delete narrowing.q;
  if (fixed) delete narrowing[fixed.name];
  return narrowing;
}

export const isNarrowed = (scope: Scope, params: Params): boolean =>
  countGiven(narrowingIn(scope, params)) > 0;

/** What a search is asked for the books of a list. */
export const searchWithin = (scope: Scope, params: Params): Params => ({
  ...narrowingIn(scope, params),
  ...(scope.fixed && { [scope.fixed.name]: scope.fixed.value }),
});

/** The address of a list, narrowed. */
export function narrowedAddress({ path, fixed }: Scope, request: SearchRequest): string {
  const filters = fixed ? { ...request.filters, [fixed.name]: [] } : request.filters;
  const [, query] = searchAddress({ ...request, filters }).split('?');
  return `${path}?${query}`;
}

/** The list itself, as a search: nothing narrows it. */
export const withoutNarrowing = ({ fixed }: Scope, request: SearchRequest): SearchRequest => ({
  ...request,
  page: 1,
  filters: fixed ? { ...noFilters(), [fixed.name]: request.filters[fixed.name] } : noFilters(),
});

/** The kinds of filters that are open to a reader. */
export const isOpen = ({ fixed }: Scope, name: FilterName): boolean => name !== fixed?.name;
