import { type Connections, connections } from '#db/connections';
import { searchEngine } from '#db/search/engine';

type Entry<Value> = { snapshot: string; value: Promise<Value> };

type Options<Value> = {
  /** So many are kept, those that were asked for last. */
  max: number;
  /** Whether a value may be given to others too; all may where this is not said. */
  isShared?: (value: Value) => boolean;
};

/** What was made of the database, by key, and is made anew once anything was committed. What failed is not kept. */
export function cacheUntilCommit<Value>({ max, isShared = () => true }: Options<Value>) {
  const caches = new WeakMap<Connections, Map<string, Entry<Value>>>();
  return async (key: string, make: () => Promise<Value>): Promise<Value> => {
    const open = connections();
    const cache = caches.get(open) ?? new Map<string, Entry<Value>>();
    caches.set(open, cache);
    const snapshot = await searchEngine.snapshot();
    const before = cache.get(key);
    const entry = before?.snapshot === snapshot ? before : { snapshot, value: make() };
    cache.delete(key);
    cache.set(key, entry);
    for (const oldest of cache.keys()) if (cache.size > max) cache.delete(oldest);
    if (entry !== before) void dropUnlessShared(cache, key, entry, isShared);
    return await entry.value;
  };
}

async function dropUnlessShared<Value>(
  cache: Map<string, Entry<Value>>,
  key: string,
  entry: Entry<Value>,
  isShared: (value: Value) => boolean,
): Promise<void> {
  const shared = await entry.value.then(isShared, () => false);
  if (!shared && cache.get(key) === entry) cache.delete(key);
}
