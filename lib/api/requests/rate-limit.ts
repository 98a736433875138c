import { clientOfHeaders } from '#lib/api/requests/client-header';
import { type Draw, draw, type TokenBuckets } from '#lib/api/requests/token-buckets';

// Next bundles the routes apart, each with its own copy of this module: one set of buckets a process.
const shared = globalThis as typeof globalThis & { libraryApiBuckets?: TokenBuckets };

/** Counts a request of a client; undefined where there is no limit. `now`: milliseconds of a clock that never goes back. */
export function countRequest(headers: Headers, perMinute: number, now: number): Draw | undefined {
  if (perMinute === 0) return undefined;
  shared.libraryApiBuckets ??= new Map();
  return draw(shared.libraryApiBuckets, clientOfHeaders(headers), perMinute, now);
}

/** <https://www.ietf.org/archive/id/draft-ietf-httpapi-ratelimit-headers-10.html> */
export function limitHeaders(drawn: Draw | undefined, perMinute: number): [string, string][] {
  if (!drawn) return [];
  const wait: [string, string][] = drawn.granted ? [] : [['retry-after', String(drawn.retryIn)]];
  return [
    ['ratelimit-policy', `"minute";q=${perMinute};w=60`],
    ['ratelimit', `"minute";r=${drawn.remaining};t=${drawn.fullIn}`],
    ...wait,
  ];
}
