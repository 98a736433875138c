import type { IncomingMessage, ServerResponse } from 'node:http';
import { stringifyCookie } from 'cookie';
import { nodeCookies } from 'iron-session';
import { cookieName, isHttps } from '#lib/session/cookie';
import { type Cookies, loadSession, saveSession } from '#lib/session/store';

/**
 * A person asking for the home page: by address, refresh or link. Not a HEAD, not a browser or Next fetching ahead,
 * and not the request Next makes to itself when a Server Action redirects to `/`, whose cookie would be dropped.
 */
export function isVisit({ method, url = '', headers }: IncomingMessage): boolean {
  const [path, query = ''] = url.split('?');
  if (method !== 'GET' || path !== '/') return false;
  // Next redirects a request for a link's data that lacks this: the next one counts.
  if ('rsc' in headers && !/(^|&)_rsc(=|&|$)/.test(query)) return false;
  if ('x-action-redirect' in headers || 'next-router-prefetch' in headers) return false;
  return !String(headers['sec-purpose'] ?? headers.purpose ?? '').includes('prefetch');
}

/**
 * Counts a visit of the home page before the page is rendered, which then reads the new count: a Server Component
 * cannot set a cookie.
 */
export async function countVisit(
  request: IncomingMessage,
  response: ServerResponse,
  now: Date,
): Promise<void> {
  if (!isVisit(request)) return;
  const context = { https: isHttps((name) => request.headers[name]?.toString()), now };
  const cookies = frontCookies(request, response);
  const session = await loadSession(cookies.read(cookieName(context.https)), context);
  session.increment('visits');
  await saveSession(session, cookies, context);
}

/** What is written goes to the browser and, in place of what the browser sent, to the page of this request. */
function frontCookies(request: IncomingMessage, response: ServerResponse): Cookies {
  const { read, write } = nodeCookies(request, response);
  return {
    read,
    write: (name, value, options) => {
      write(name, value, options);
      const others = otherCookies(request.headers.cookie ?? '', name);
      request.headers.cookie = [...others, stringifyCookie({ [name]: value })].join('; ');
    },
  };
}

/** As the browser sent them: names that the standard does not allow occur, and are not ours to judge. */
function otherCookies(header: string, name: string): string[] {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair !== '' && pair.split('=')[0]?.trim() !== name);
}
