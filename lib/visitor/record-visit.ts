import { today } from '#lib/clock';
import { settings } from '#lib/env';
import { log } from '#lib/log';
import { cookieName, type HeaderReader, isHttps } from '#lib/session/cookie';
import { openSession } from '#lib/session/open-session';
import { keepForRequest } from '#lib/session/request-sessions';
import { type Cookies, saveSession } from '#lib/session/save-session';
import { keepWhileListed } from '#lib/visitor/list-expiry';
import { type LibrarySession, maxViewed, maxVisitDays, visitorSessions } from '#lib/visitor/session-shape';
import { daysSince1970 } from '#lib/visitor/visit-days';

type Asked = { method: string; target: string; headers: HeaderReader; cookies: Cookies };

/** Which page: those that leave something in the session, or any other. */
type Page = { kind: 'home' } | { kind: 'book'; id: number } | { kind: 'page' | 'unknown' };

/**
 * A person asking for a page: by address, refresh or link. Not a HEAD, not a browser or Next fetching ahead, and not
 * the request Next makes to itself when a Server Action redirects, whose cookie would be dropped.
 */
export function isVisit({ method, target, headers }: Omit<Asked, 'cookies'>): boolean {
  if (method !== 'GET') return false;
  // Next redirects a request for a link's data that lacks this: the next one counts.
  if (headers.get('rsc') !== null && !/[?&]_rsc(=|&|$)/.test(target)) return false;
  if (headers.get('x-action-redirect') !== null || headers.get('next-router-prefetch') !== null) return false;
  return !(headers.get('sec-purpose') ?? headers.get('purpose') ?? '').includes('prefetch');
}

/**
 * Remembers what a visit to a page leaves in the session, before the page is rendered: a Server Component cannot set
 * a cookie. The page of the same request already reads it. Returns what takes it out of a store again, for a page
 * that fails: what a cookie holds was never sent then.
 */
export async function recordVisit(
  asked: Asked,
  page: Page,
  requestId: string,
  now: Date,
): Promise<(() => Promise<void>) | undefined> {
  const visit = isVisit(asked) ? visitTo(page, asked.target, now) : undefined;
  if (!visit) return undefined;
  const context = { https: isHttps(asked.headers), now };
  const cookie = asked.cookies.read(cookieName(context.https));
  const opened = await openSession(visitorSessions, cookie, context);
  visit.apply(opened.session);
  keepWhileListed(opened.session);
  await saveSession(opened, asked.cookies, context);
  if (settings().SESSION_ENGINE !== 'cookie') keepForRequest(requestId, opened.session.toRecord(), now);
  const { rollback } = visit;
  return rollback && opened.loadedFrom.id ? () => undo(cookie, rollback, context) : undefined;
}

type Change = (session: LibrarySession) => void;

/** What a visit leaves in the session, and what takes it out again where the page fails. */
type Visit = { apply: Change; rollback?: Change };

/** The answer is out, and nobody waits: what goes wrong here is told to the log alone. */
async function undo(
  cookie: string | undefined,
  rollback: Change,
  context: { https: boolean; now: Date },
): Promise<void> {
  try {
    const opened = await openSession(visitorSessions, cookie, context);
    if (!opened.loadedFrom.existed) return;
    rollback(opened.session);
    await saveSession(opened, { read: () => cookie, write: () => {} }, context);
  } catch (error) {
    log().warn({ error }, 'a visit to a page that failed could not be taken back');
  }
}

function visitTo(page: Page, target: string, now: Date): Visit | undefined {
  if (page.kind === 'home') return cameHome(now);
  if (page.kind === 'book') return lookedAt(page.id);
  if (settings().SESSION_SAVE_EVERY_REQUEST === 'off' || page.kind === 'unknown') return undefined;
  return isFile(target) ? undefined : { apply: refresh };
}

/** Icons, feeds, what robots read, citations: not looked at, and kept by caches. */
const isFile = (target: string) => /^[^?]*(?:\.[^/?]*|\/cite\/[^/?]*|\/healthz)(?:\?|$)/.test(target);

/** One more visit, stamped with its day. */
function cameHome(now: Date): Visit {
  const day = daysSince1970(today(now, settings().TIME_ZONE));
  let before: number[] = [];
  return {
    apply: (session) => {
      before = session.get('visitDays', []);
      session.increment('num_visits');
      session.addTo('visitDays', day, { at: 'start', most: maxVisitDays });
    },
    rollback: (session) => {
      if (session.get('num_visits', 0) > 0) session.increment('num_visits', -1);
      if (before.length === 0) session.delete('visitDays');
      else if (before[0] !== day) session.set('visitDays', before);
    },
  };
}

/** Where the page fails, the book goes back to where it was, or away. */
function lookedAt(book: number): Visit {
  let before: number[] = [];
  return {
    apply: (session) => {
      before = session.get('viewed', []);
      session.addTo('viewed', book, { at: 'start', most: maxViewed });
    },
    rollback: (session) => {
      if (before[0] === book) return;
      const now = session.get('viewed', []);
      // Another request looked at something meanwhile: then only this book goes.
      if (now[0] === book && now.slice(1).every((id) => before.includes(id))) session.set('viewed', before);
      else session.takeFrom('viewed', book);
    },
  };
}

/** A session that never held anything is never stored. */
function refresh(session: LibrarySession): void {
  if (!session.isEmpty) session.modified = true;
}
