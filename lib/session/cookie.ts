import { settings } from '#lib/env';

/** Headers as `fetch` has them, of which one is read at a time. */
export type HeaderReader = Pick<Headers, 'get'>;

/** Whether the person's browser speaks https with us, or with the proxy in front of us. */
export function isHttps(headers: HeaderReader): boolean {
  const base = settings().BASE_URL;
  if (base) return base.startsWith('https:');
  return headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
}

/** `__Host-` makes browsers refuse the cookie unless it is secure, without a domain and for the whole site. */
export const cookieName = (https: boolean) => (https ? '__Host-library-session' : 'library-session');

export type CookieAttributes = {
  httpOnly: true;
  sameSite: 'lax';
  path: '/';
  secure: boolean;
  maxAge?: number;
};

/** `age` in seconds; undefined for a cookie that ends with the browser. */
export function cookieAttributes(https: boolean, age: number | undefined): CookieAttributes {
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: https } as const;
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
