import { settings } from '#lib/env';

/** Headers as `fetch` has them, of which one is read at a time. */
export type HeaderReader = Pick<Headers, 'get'>;

/** Whether the person's browser speaks https with us, or with the proxy in front of us. */
export function isHttps(headers: HeaderReader): boolean {
  const base = settings().BASE_URL;
  if (base) return base.startsWith('https:');
  return headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
}

/**
 * By `SESSION_COOKIE_NAME`. Over https `__Host-` makes browsers refuse the cookie unless it is secure, without a domain and
 * for the whole site; for a part of it, `__Secure-` at least unless it is secure.
 */
export function cookieName(https: boolean): string {
  const { SESSION_COOKIE_NAME, SESSION_COOKIE_PATH } = settings();
  if (!https) return SESSION_COOKIE_NAME;
  return `${SESSION_COOKIE_PATH === '/' ? '__Host-' : '__Secure-'}${SESSION_COOKIE_NAME}`;
}

export type CookieAttributes = {
  httpOnly: true;
  sameSite: 'lax';
  path: string;
  secure: boolean;
  maxAge?: number;
};

/** `age` in seconds; undefined for a cookie that ends with the browser. */
export function cookieAttributes(https: boolean, age: number | undefined): CookieAttributes {
  const path = settings().SESSION_COOKIE_PATH;
  const attributes = { httpOnly: true, sameSite: 'lax', path, secure: https } as const;
  return age === undefined ? attributes : { ...attributes, maxAge: age };
}

/**
 * The address that this request was made to, such as `https://library.example.org`: `BASE_URL`, or what it says where
 * that can be the name of a host.
 */
export function siteAddress(headers: HeaderReader): string {
  const base = settings().BASE_URL;
  if (base) return base.replace(/\/+$/, '');
  const forwarded = headers.get('x-forwarded-host')?.split(',')[0]?.trim();
  const host = [forwarded, headers.get('host')].find(isHost) ?? 'localhost';
  return `${isHttps(headers) ? 'https' : 'http'}://${host}`;
}

const isHost = (text: string | null | undefined): text is string =>
  /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(text ?? '') && URL.canParse(`http://${text}`);

/**
 * The value of a cookie in the header of a request. Of two of one name the first: browsers send the one with the longest
 * path first, and everybody who reads a request is to read the same.
 */
export function cookieIn(header: string | null | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
