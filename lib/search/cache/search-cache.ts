import { cacheUntilCommit } from '#lib/process-cache';
import { type SearchRequest, searchParams } from '#lib/search/request';
import { type SearchResult, search } from '#lib/search/search';

/** The broadest search takes about 100 kB. What time cut short is not kept. */
const cache = cacheUntilCommit<SearchResult>({ max: 100, isShared: ({ cutShort }) => !cutShort });

/**
 * Searches, or answers as before where nothing was committed since: the pages of a result, its feed, the way from one
 * book of it to the next, and many readers with one wish ask the same thing again.
 */
export async function cachedSearch(
  asked: Pick<SearchRequest, 'q' | 'filters' | 'sort'>,
): Promise<SearchResult> {
  return await cache(String(searchParams(asked)), () => search(asked));
}
