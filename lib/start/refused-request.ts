import type { IncomingMessage } from 'node:http';
import { settings } from '#lib/env';

type Headers = IncomingMessage['headers'];

/** The status of the answer to what no page is ever asked: Next would fail over it. Undefined for all else. */
export function refusalOf({ method, headers }: IncomingMessage): 403 | 405 | undefined {
  if (method === 'TRACE') return 405;
  return method === 'POST' && isFromElsewhere(headers) ? 403 : undefined;
}

/**
 * A form that another site sent. A browser always says where a form is from, and on https whether that is the site it
 * sends it to, whatever a proxy makes of the host: <https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header>.
 */
function isFromElsewhere(headers: Headers): boolean {
  if (headers.origin === undefined || headers['sec-fetch-site'] === 'same-origin') return false;
  const origin = URL.parse(headers.origin);
  return !origin || !ownHosts(headers, origin.protocol).includes(origin.host);
}

/**
 * Next compares again, and only the first name that a proxy passes on: it is told the one that the form came from. Where
 * the browser does not tell that (`null`), it is one of ours, or the form would have been refused.
 */
export function tellWhereFormIsFrom(headers: Headers): void {
  if (headers.origin === undefined) return;
  const origin = URL.parse(headers.origin) ?? URL.parse(`https://${ownHosts(headers, 'https:')[0]}`);
  if (!origin) return;
  headers.origin = origin.origin;
  headers['x-forwarded-host'] = origin.host;
}

/** The names that this library goes by: what it was told, and what the request says. Usual ports are left out. */
function ownHosts(headers: Headers, protocol: string): string[] {
  const forwarded = headers['x-forwarded-host']?.toString().split(',') ?? [];
  const { BASE_URL } = settings();
  const named = [...forwarded, headers.host ?? ''].map(
    (host) => URL.parse(`${protocol}//${host.trim()}`)?.host,
  );
  return [BASE_URL && URL.parse(BASE_URL)?.host, ...named].filter((host) => host !== undefined);
}
