import { type Connections, connections } from '#db/connections';
import { searchEngine } from '#db/search/engine';
import { type SearchRequest, searchParams } from '#lib/search/request';
import { type SearchResult, search } from '#lib/search/search';

/** So many searches are remembered, those that were asked for last; the broadest takes about 100 kB. */
const most = 100;

type Remembered = { snapshot: string; result: Promise<SearchResult> };

const cache = new WeakMap<Connections, Map<string, Remembered>>();

/**
 * Searches, or answers as before where nothing was committed since: the pages of a result, its feed, the way from one
 * book of it to the next, and many readers with one wish ask the same thing again. What time cut short is not kept.
 */
export async function cachedSearch(
  asked: Pick<SearchRequest, 'q' | 'filters' | 'sort'>,
): Promise<SearchResult> {
  const [searches, key] = [searchesOf(connections()), String(searchParams(asked))];
  const snapshot = await searchEngine.snapshot();
  const before = searches.get(key);
  const cached = before?.snapshot === snapshot ? before : { snapshot, result: search(asked) };
  searches.delete(key);
  searches.set(key, cached);
  for (const oldest of searches.keys()) if (searches.size > most) searches.delete(oldest);
  if (cached !== before) void forgetUnlessWhole(searches, key, cached);
  return await cached.result;
}

function searchesOf(open: Connections): Map<string, Remembered> {
  const searches = cache.get(open) ?? new Map<string, Remembered>();
  cache.set(open, searches);
  return searches;
}

async function forgetUnlessWhole(searches: Map<string, Remembered>, key: string, cached: Remembered) {
  const whole = await cached.result.then(
    ({ cutShort }) => !cutShort,
    () => false,
  );
  if (!whole && searches.get(key) === cached) searches.delete(key);
}
