/** What one connection was given, and in how many answers. */
export type CookieJar = { cookies: Record<string, string>; answers: number };

/** Keeps the cookies of an answer, whose header list alternates names and values. */
export function keepCookies(jar: CookieJar, headers: string[]): void {
  jar.answers += 1;
  for (const [place, name] of headers.entries()) {
    if (place % 2 === 0 && name.toLowerCase() === 'set-cookie') keep(jar, headers[place + 1] ?? '');
  }
}

function keep(jar: CookieJar, cookie: string): void {
  const pair = cookie.split(';', 1)[0] ?? '';
  const end = pair.indexOf('=');
  jar.cookies[pair.slice(0, end)] = pair.slice(end + 1);
}

/** The `Cookie` header that returns them. */
export function cookieHeader(jar: CookieJar): string {
  return Object.entries(jar.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}
