import { type Filters, noFilters } from '#lib/search/request';
import { search } from '#lib/search/search';
import { suggest } from '#lib/search/suggestions/suggest';

export type { Filters };
export { noFilters };

/**
 * What the benchmarks of search measure, in one place: the books that a reader finds, by id, best first, together
 * with the counts of the filters that stand beside them.
 */
export async function searched(q: string, filters: Filters = noFilters(), size = 10): Promise<number[]> {
  const { ids } = await search({ q, filters, sort: 'relevance' });
  return ids.slice(0, size);
}

/** The same books, or those that are first by title where there are more than can be looked at. */
export async function searchedByTitle(
  q: string,
  filters: Filters = noFilters(),
  size = 10,
): Promise<number[]> {
  const { ids } = await search({ q, filters, sort: 'title' });
  return ids.slice(0, size);
}

/** What is offered to a reader who has typed so much. */
export async function suggested(typed: string): Promise<string[]> {
  const found = await suggest(typed);
  return found.map((suggestion) => (suggestion.kind === 'book' ? suggestion.title : suggestion.name));
}

/** The tables and indexes that are there for search alone. */
export const isForSearch = (name: string) => /^search_|_search_|^authors_words/.test(name);
