import type { SessionRecord } from '#lib/session/record';

type Kept = { record: SessionRecord; until: number };

const shared = globalThis as typeof globalThis & { libraryRequestSessions?: Map<string, Kept> };

/** As long as a page may take. */
const lifetime = 60_000;

/**
 * What was saved in a store for a request that is still running, by the request's id. The page reads it here: a store
 * may already hold what other requests added. Nobody says when a request has ended, so the old ones go as new ones come.
 */
export function keepForRequest(id: string, record: SessionRecord, now: Date): void {
  const kept = requestSessions();
  for (const [old, { until }] of kept) {
    if (until > now.getTime()) break;
    kept.delete(old);
  }
  kept.set(id, { record, until: now.getTime() + lifetime });
}

export const sessionOfRequest = (id: string): SessionRecord | undefined => requestSessions().get(id)?.record;

function requestSessions(): Map<string, Kept> {
  shared.libraryRequestSessions ??= new Map();
  return shared.libraryRequestSessions;
}
