import { cookieIn, cookieName, type HeaderReader, isHttps } from '#lib/session/cookie';

/** In an address: the form that led here came without a cookie of ours, and its answer set one. */
export const cookieProbe = 'cookie-trial';

type Asked = { target: string; headers: HeaderReader };

/** Whether this browser has shown that it keeps no cookies: a form of ours set one, and it brings none. */
export const cookiesBlocked = ({ target, headers }: Asked): boolean =>
  isProbe(target) && !bringsCookie(headers);

/** Whether a browser brings a cookie of ours, whatever it holds. */
export const bringsCookie = (headers: HeaderReader): boolean =>
  cookieIn(headers.get('cookie'), cookieName(isHttps(headers))) !== undefined;

const isProbe = (target: string) => target.includes(cookieProbe) && parts(target).query.has(cookieProbe);

/** The address without the trial, for a browser that has passed it. */
export function withoutProbe(asked: Asked): string | undefined {
  if (!isProbe(asked.target) || cookiesBlocked(asked)) return undefined;
  const { path, query } = parts(asked.target);
  query.delete(cookieProbe);
  return `/${path.replace(/^[/\\]+/, '')}${query.size > 0 ? `?${query}` : ''}`;
}

function parts(url: string): { path: string; query: URLSearchParams } {
  const [path = '/', ...query] = url.split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}
