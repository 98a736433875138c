import { type Draw, draw, type TokenBuckets } from '#lib/api/requests/token-buckets';
import { settings } from '#lib/env';
import { clientOfRequest } from '#lib/http/client';
import type { PageRequest } from '#lib/http/page-request';

// Next bundles the routes apart, each with its own copy of this module: one set of buckets a process.
const shared = globalThis as typeof globalThis & { librarySearchBuckets?: TokenBuckets };

/** What is searched for every time, no page costs more: books, and a list of them that is narrowed. */
const searches =
  /^\/(?:books(?:\/feed\.atom)?\/?\?.|(?:genres|languages|authors)\/[^/?]+\/?\?(?:.*&)?(?:available|format|genre|language|author|decade)=)/;

/**
 * Counts a search of a client, by `SEARCH_RATE_LIMIT`; undefined for all else. `now`: milliseconds of a clock that never
 * goes back.
 */
export function countSearch(request: PageRequest, now: number): Draw | undefined {
  const { SEARCH_RATE_LIMIT: perMinute } = settings();
  if (perMinute === 0 || !searches.test(request.target)) return undefined;
  shared.librarySearchBuckets ??= new Map();
  return draw(shared.librarySearchBuckets, clientOfRequest(request), perMinute, now);
}
