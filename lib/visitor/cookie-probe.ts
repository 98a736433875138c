import type { IncomingMessage } from 'node:http';
import { cookieName, isHttps } from '#lib/session/cookie';

/** In an address: the form that led here came without a cookie of ours, and its answer set one. */
export const cookieProbe = 'cookie-trial';

/** Whether this browser has shown that it keeps no cookies: a form of ours set one, and it brings none. */
export function cookiesBlocked(request: IncomingMessage): boolean {
  const header = (name: string) => request.headers[name]?.toString();
  return isProbe(request) && !header('cookie')?.includes(`${cookieName(isHttps(header))}=`);
}

const isProbe = ({ url = '/' }: IncomingMessage) => parts(url).query.has(cookieProbe);

/** The address without the trial, for a browser that has passed it. */
export function withoutProbe(request: IncomingMessage): string | undefined {
  if (!isProbe(request) || cookiesBlocked(request)) return undefined;
  const { path, query } = parts(request.url ?? '/');
  query.delete(cookieProbe);
  return `/${path.replace(/^[/\\]+/, '')}${query.size > 0 ? `?${query}` : ''}`;
}

function parts(url: string): { path: string; query: URLSearchParams } {
  const [path = '/', ...query] = url.split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}
