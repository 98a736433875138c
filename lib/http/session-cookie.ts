import type { ServerResponse } from 'node:http';
import { cookieName } from '#lib/session/cookie';

/** Takes the session's cookie, or its end, out of what is to be sent. */
export function dropSessionCookie(response: ServerResponse): void {
  const own = [cookieName(true), cookieName(false)];
  const cookies = [response.getHeader('set-cookie') ?? []].flat().map(String);
  const others = cookies.filter((cookie) => !own.some((name) => cookie.startsWith(`${name}=`)));
  response.removeHeader('set-cookie');
  if (others.length > 0) response.setHeader('set-cookie', others);
}

/**
 * A session's cookie goes out only with what no cache may keep: a shared one would hand one reader's session to another.
 * An answer that says nothing of caches says it then.
 */
export function keepCookiesPrivate(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: []) => {
    if (response.hasHeader('set-cookie')) keepPrivate(response);
    return writeHead(status, ...rest);
  }) as typeof response.writeHead;
}

function keepPrivate(response: ServerResponse): void {
  const cacheControl = response.getHeader('cache-control');
  if (cacheControl === undefined) response.setHeader('cache-control', 'private, no-store');
  else if (!/\bno-store\b/.test(String(cacheControl))) dropSessionCookie(response);
}
