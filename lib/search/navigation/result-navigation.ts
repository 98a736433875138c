import { cachedSearch } from '#lib/search/cache/search-cache';
import type { Coverage } from '#lib/search/candidates';
import { knownFilters } from '#lib/search/facets/facet-label-queries';
import { titlesOf } from '#lib/search/navigation/title-queries';
import { isSearch, paramsOf, parseSearch, type SearchRequest, searchAddress } from '#lib/search/request';

type Neighbour = { id: number; title: string; language: string | null };

export type ResultNavigation = {
  request: SearchRequest;
  /** Undefined where it is not among them any more. */
  place: number | undefined;
  total: number;
  coverage: Coverage;
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
};

const openSize = { size: 10 };

export function parseSearchContext(query: string | string[] | undefined): SearchRequest | undefined {
  const params = paramsOf([query].flat()[0] ?? '');
  return isSearch(params) ? parseSearch(params, openSize) : undefined;
}

export async function navigationIn(asked: SearchRequest, book: number): Promise<ResultNavigation> {
  const request = { ...asked, filters: await knownFilters(asked.filters) };
  const found = await cachedSearch(request);
  const place = found.ids.indexOf(book);
  const [before, after] = place < 0 ? [] : [found.ids[place - 1], found.ids[place + 1]];
  const titles = await titlesOf([before, after].filter((id) => id !== undefined));
  return {
    request: { ...request, page: place < 0 ? 1 : Math.floor(place / request.size) + 1 },
    place: place < 0 ? undefined : place + 1,
    total: found.ids.length,
    coverage: found.coverage,
    previous: titles.get(before ?? 0),
    next: titles.get(after ?? 0),
  };
}

/** What is added to a book's address where it is opened from these results: its page does not matter. */
export function searchContext(request: SearchRequest): string {
  const [, query = ''] = searchAddress({ ...request, page: 1 }).split('?');
  return `?${new URLSearchParams({ in: query })}`;
}
