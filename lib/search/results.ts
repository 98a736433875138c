import { queryWords } from '#db/search/words';
import { type BookInList, booksInOrder } from '#lib/catalog/book-list-queries';
import { offsetOf, type Page, pageOf } from '#lib/catalog/paging';
import { mostBooks } from '#lib/search/candidates';
import { authorNames, genreNames, knownFilters, type Names } from '#lib/search/facet-label-queries';
import { type FacetsOffered, facetsOffered } from '#lib/search/facets-offered';
import {
  countFilters,
  countSaid,
  isQueryTooLong,
  type Params,
  parseSearch,
  type SearchRequest,
} from '#lib/search/request';
import { mostWords, type SearchResult, search } from '#lib/search/search';

/** What an address asks for, and what of it could not be understood. */
export type Understood = {
  request: SearchRequest;
  /** So many filters of the address are left out: there is no such thing, or there are too many of them. */
  leftOut: number;
  /** Only the beginning of what was typed is looked for. */
  shortened: boolean;
};

export async function understood(params: Params, open: { size: number }): Promise<Understood> {
  const asked = parseSearch(params, open);
  const request = { ...asked, filters: await knownFilters(asked.filters) };
  return {
    request,
    leftOut: countSaid(params) - countFilters(request.filters),
    shortened: isQueryTooLong(params.q) || queryWords(request.q).length > mostWords,
  };
}

/** Of what was found it is all, the best of more than can be looked at, or what time allowed. */
export type Extent = 'all' | 'best' | 'in time';

export function extentOf({ ids, more }: Pick<SearchResult, 'ids' | 'more'>): Extent {
  if (!more) return 'all';
  return ids.length >= mostBooks ? 'best' : 'in time';
}

export type Results = {
  found: SearchResult;
  extent: Extent;
  page: Page;
  books: BookInList[];
  offered: FacetsOffered[];
};

/** A page of what a search finds: always the same number of queries for its books. */
export async function resultsOf(request: SearchRequest): Promise<Results> {
  const found = await search(request);
  const page = pageOf(request.page, request.size, found.ids.length);
  const books = await booksInOrder(found.ids.slice(offsetOf(page), offsetOf(page) + page.size));
  const offered = facetsOffered(found.facets, request.filters, found.ids.length);
  return { found, extent: extentOf(found), page, books, offered };
}

/** The names of all genres and authors that are filtered by or offered. */
export async function namesFor(
  { filters }: SearchRequest,
  offered: FacetsOffered[],
): Promise<{ genres: Names; authors: Names }> {
  const idsOf = (kind: 'genre' | 'author') => {
    const values = offered
      .filter(({ name }) => name === kind)
      .flatMap(({ shown, more }) => [...shown, ...more]);
    return [...new Set([...filters[kind], ...values.map(({ value }) => Number(value))])];
  };
  const [genres, authors] = await Promise.all([genreNames(idsOf('genre')), authorNames(idsOf('author'))]);
  return { genres, authors };
}
