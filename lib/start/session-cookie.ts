import type { ServerResponse } from 'node:http';
import { cookieName } from '#lib/session/cookie';

const ours = [cookieName(true), cookieName(false)];

const isOurs = (cookie: unknown) => ours.some((name) => String(cookie).startsWith(`${name}=`));

/** An answer of 500 or above saves nothing: the visit that failed is not counted. */
export function withoutSessionCookieOnError(response: ServerResponse): void {
  const writeHead = response.writeHead;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status >= 500) dropSessionCookie(response);
    return Reflect.apply(writeHead, response, [status, ...rest]);
  }) as typeof response.writeHead;
}

function dropSessionCookie(response: ServerResponse): void {
  const cookies = [response.getHeader('set-cookie') ?? []].flat().map(String);
  const others = cookies.filter((cookie) => !isOurs(cookie));
  response.removeHeader('set-cookie');
  if (others.length > 0) response.setHeader('set-cookie', others);
}
