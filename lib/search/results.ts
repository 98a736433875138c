import { type Page, pageOf } from '#lib/lists/paging';
import { booksOn } from '#lib/search/cache/page-cache';
import { cachedSearch } from '#lib/search/cache/search-cache';
import type { Coverage } from '#lib/search/candidates';
import { authorNames, genreNames, knownFilters, type Names } from '#lib/search/facets/facet-label-queries';
import { type FacetsOffered, facetsOffered } from '#lib/search/facets/facets-offered';
import { maxTerms, parseTerms } from '#lib/search/query';
import type { FoundBook } from '#lib/search/reasons';
import {
  countFilters,
  countGiven,
  type FilterName,
  type Filters,
  isQueryTooLong,
  type Params,
  parseSearch,
  type SearchRequest,
} from '#lib/search/request';
import type { SearchResult } from '#lib/search/search';

export type ResolvedSearch = {
  request: SearchRequest;
  /** So many filters of the address are left out: there is no such thing, or there are too many of them. */
  ignoredFilters: number;
  /** Only the beginning of what was typed is looked for. */
  truncated: boolean;
};

export async function resolveSearch(params: Params, open: { size: number }): Promise<ResolvedSearch> {
  const asked = parseSearch(params, open);
  const request = { ...asked, filters: await knownFilters(asked.filters) };
  return {
    request,
    ignoredFilters: countGiven(params) - countFilters(request.filters),
    truncated: isQueryTooLong(params.q) || parseTerms(request.q).length > maxTerms,
  };
}

export type Results = {
  found: SearchResult;
  coverage: Coverage;
  page: Page;
  books: FoundBook[];
};

export async function resultsOf(request: SearchRequest): Promise<Results> {
  const found = await cachedSearch(request);
  const page = pageOf(request.page, request.size, found.ids.length);
  return { found, coverage: found.coverage, page, books: await booksOn(found, page) };
}

export async function filtersBeside(
  found: SearchResult,
  filters: Filters,
  expanded: readonly FilterName[],
): Promise<[FacetsOffered[], Named]> {
  const offered = facetsOffered(found.facets, filters, found.ids.length, expanded);
  const idsOf = (kind: 'genre' | 'author') =>
    offered
      .filter(({ name }) => name === kind)
      .flatMap(({ values }) => values.map(({ value }) => Number(value)));
  return [offered, await namesOf({ genre: idsOf('genre'), author: idsOf('author') })];
}

type Named = { genres: Names; authors: Names };

export async function namesOf({ genre, author }: Pick<Filters, 'genre' | 'author'>): Promise<Named> {
  const [genres, authors] = await Promise.all([genreNames(genre), authorNames(author)]);
  return { genres, authors };
}
