import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeCookies } from 'iron-session';
import { recordId } from '#lib/catalog/address';
import { bookExists } from '#lib/catalog/books/existence-queries';
import { settings } from '#lib/env';
import { cookieName, isHttps } from '#lib/session/cookie';
import { type LibrarySession, openSession } from '#lib/session/open-session';
import { requestSessions } from '#lib/session/request-sessions';
import { saveSession } from '#lib/session/save-session';
import { maxViewed } from '#lib/visitor/session-shape';

/**
 * A person asking for a page: by address, refresh or link. Not a HEAD, not a browser or Next fetching ahead, and not
 * the request Next makes to itself when a Server Action redirects, whose cookie would be dropped.
 */
export function isVisit({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'GET') return false;
  // Next redirects a request for a link's data that lacks this: the next one counts.
  if ('rsc' in headers && !/[?&]_rsc(=|&|$)/.test(url)) return false;
  if ('x-action-redirect' in headers || 'next-router-prefetch' in headers) return false;
  return !String(headers['sec-purpose'] ?? headers.purpose ?? '').includes('prefetch');
}

/**
 * Remembers what a visit to a page leaves in the session, before the page is rendered: a Server Component cannot set
 * a cookie. The page of the same request already reads it.
 */
export async function recordVisit(
  request: IncomingMessage,
  response: ServerResponse,
  now: Date,
): Promise<void> {
  const visit = isVisit(request) ? await noteFor(request.url?.split('?')[0] ?? '/') : undefined;
  if (!visit) return;
  const context = { https: isHttps((name) => request.headers[name]?.toString()), now };
  const cookies = nodeCookies(request, response);
  const cookie = cookies.read(cookieName(context.https));
  const opened = await openSession(cookie, context);
  visit.apply(opened.session);
  await saveSession(opened, cookies, context);
  handOver(String(request.headers['x-request-id']), opened.session, response);
  const rollback = visit.rollback;
  if (!rollback || !opened.loadedFrom.id) return;
  response.once('close', () => {
    if (response.statusCode >= 500) void undo(cookie, rollback, context);
  });
}

type Change = (session: LibrarySession) => void;

/** What a visit leaves in the session, and what takes it out again where the page fails. */
type Visit = { apply: Change; rollback?: Change };

/** A failed page saves nothing. Its cookie is never sent; what a store holds already is taken back. */
async function undo(
  cookie: string | undefined,
  rollback: Change,
  context: { https: boolean; now: Date },
): Promise<void> {
  const opened = await openSession(cookie, context);
  rollback(opened.session);
  await saveSession(opened, { read: () => cookie, write: () => {} }, context);
}

async function noteFor(path: string): Promise<Visit | undefined> {
  if (path === '/') {
    return {
      apply: (session) => session.increment('num_visits'),
      rollback: (session) => session.increment('num_visits', -1),
    };
  }
  const [, record] = /^\/books\/([^/]+)\/?$/.exec(path) ?? [];
  const book = record && recordId(record);
  if (book && (await bookExists(book))) return { apply: (session) => viewed(session, book) };
  if (settings().SESSION_SAVE_EVERY_REQUEST === 'on') return { apply: refresh };
  return undefined;
}

function viewed(session: LibrarySession, book: number): void {
  const before = session.get('viewed', []);
  if (before[0] !== book)
    session.set('viewed', [book, ...before.filter((id) => id !== book)].slice(0, maxViewed));
}

/** A session that never held anything is never stored. */
function refresh(session: LibrarySession): void {
  if (!session.isEmpty) session.modified = true;
}

function handOver(requestId: string, session: LibrarySession, response: ServerResponse): void {
  // The browser is gone already: nobody would take it out again.
  if (response.closed) return;
  requestSessions().set(requestId, session.toRecord());
  response.once('close', () => requestSessions().delete(requestId));
}
