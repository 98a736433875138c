import autocannon, { type Client } from 'autocannon';
import { type CookieJar, cookieHeader, keepCookies } from './cookie-jar.ts';
import type { Load, LoadReport } from './load.ts';

process.once('message', async (load: Load) => {
  process.send?.(await generate(load));
  process.disconnect();
});

/** Each connection is one browser: it returns the cookies it was last given. */
async function generate({ url, connections, until, headers: added, paths = [] }: Load): Promise<LoadReport> {
  const jars: CookieJar[] = [];
  const times: number[] = [];
  const headers = { accept: 'text/html', 'accept-language': 'en', ...added };
  let asked = 0;
  const setupClient = (client: Client) => {
    const jar: CookieJar = { cookies: {}, answers: 0 };
    jars.push(jar);
    client.on('response', (_status, _bytes, milliseconds) => times.push(milliseconds));
    client.on('headers', (answer) => {
      keepCookies(jar, answer.headers);
      const sent = { ...added, cookie: cookieHeader(jar) };
      const path = paths[asked++ % paths.length];
      if (path === undefined) client.setHeaders(sent);
      else client.setRequest({ method: 'GET', path, headers: sent });
    });
  };
  const limit = 'seconds' in until ? { duration: until.seconds } : { amount: until.requests };
  const result = await autocannon({ url, connections, headers, setupClient, ...limit });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) return { failure: `${failed} of ${times.length} requests failed` };
  times.sort((a, b) => a - b);
  return { perSecond: times.length / result.duration, p50: at(times, 0.5), p99: at(times, 0.99), jars };
}

const at = (sorted: number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
