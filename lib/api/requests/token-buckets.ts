/**
 * How much each client has asked for lately: when its bucket will be full again, in milliseconds. Clients stand in the
 * order of their last request. A full bucket is no entry.
 */
export type TokenBuckets = Map<string, number>;

export type Draw = {
  granted: boolean;
  /** Requests that would be granted now. */
  remaining: number;
  /** Seconds until the bucket is full. */
  fullIn: number;
  /** Seconds until the next request is granted; 0 where it would be at once. */
  retryIn: number;
};

const minute = 60_000;

/** Some hundred bytes each: a few megabytes at most, however many addresses somebody has. */
export const maxBuckets = 20_000;

/** Takes a token out of a client's bucket, which holds `perMinute` and is filled evenly. `now` in milliseconds. */
export function draw(buckets: TokenBuckets, client: string, perMinute: number, now: number): Draw {
  const drop = minute / perMinute;
  const fullAt = Math.max(buckets.get(client) ?? now, now);
  const after = fullAt + drop;
  // Sums of fractions are a hair more than the whole.
  const granted = after - now <= minute + 0.001;
  const reached = granted ? after : fullAt;
  buckets.delete(client);
  buckets.set(client, reached);
  forgetOthers(buckets, now);
  const missing = (reached - now) / drop;
  const remaining = Math.max(0, Math.floor(perMinute - missing + 0.001));
  return {
    granted,
    remaining,
    fullIn: Math.ceil((reached - now) / 1000),
    retryIn: remaining > 0 ? 0 : Math.max(1, Math.ceil((reached + drop - minute - now) / 1000)),
  };
}

/** Those that waited longest: with full buckets always, with others where there are too many. */
function forgetOthers(buckets: TokenBuckets, now: number): void {
  for (const [client, fullAt] of buckets) {
    if (fullAt > now && buckets.size <= maxBuckets) return;
    buckets.delete(client);
  }
}
