import { type CookieJar, cookieHeader } from './cookie-jar.ts';

/**
 * Asks for the page once more with the cookies of each connection: it must then speak of as many visits as that
 * connection made requests. Otherwise the load was of pages without a session, and its figures mean nothing.
 */
export async function assertVisitsCounted(url: string, jars: CookieJar[]): Promise<number[]> {
  return Promise.all(jars.map((jar) => assertCounted(url, jar)));
}

async function assertCounted(url: string, jar: CookieJar): Promise<number> {
  const headers = { cookie: cookieHeader(jar), 'accept-language': 'en' };
  const html = await (await fetch(url, { headers })).text();
  const said = /You have visited this page ([\d,]+) times?\./.exec(html)?.[1];
  const visits = Number(said?.replaceAll(',', ''));
  const requests = jar.answers + 1;
  if (visits === requests) return visits;
  throw new Error(
    `${url}: a connection made ${requests} requests, and the page speaks of ${said ?? 'none'}.`,
  );
}
