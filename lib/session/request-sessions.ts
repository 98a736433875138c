import type { SessionRecord } from '#lib/session/record';

const shared = globalThis as typeof globalThis & { librarySessionHandoff?: Map<string, SessionRecord> };

/**
 * What the front of the server saved for a request that is still running, by the request's id. The page reads it
 * here: its own cookie is the one from before, and a store may already hold what other requests added.
 */
export function requestSessions(): Map<string, SessionRecord> {
  shared.librarySessionHandoff ??= new Map();
  return shared.librarySessionHandoff;
}
