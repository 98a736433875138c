import { settings } from '#lib/env';
import { allowedMethods } from '#lib/http/methods';
import type { PageRequest, Respond, Verdict } from '#lib/http/page-request';
import { log } from '#lib/log';
import type { HeaderReader } from '#lib/session/cookie';

const fromElsewhere =
  'This form was sent from another site. If it was this one, its proxy hides that: set BASE_URL to the address of the library.';

/** The response to what no page is ever asked: Next would fail over it, or answer as if it were asked for the page. */
export function rejectRequest({ method, target, headers }: PageRequest): Verdict | undefined {
  const methods = allowedMethods(target);
  const allow = methods.join(', ');
  if (!methods.includes(method)) return refuse(405, `Only ${allow} may be used here.`, { allow });
  if (method === 'OPTIONS' && target.startsWith('/'))
    return { kind: 'respond', status: 204, headers: { allow } };
  if (method !== 'POST') return undefined;
  if (isFromElsewhere(headers)) {
    log().warn(
      { origin: hostIn(headers.get('origin')), host: hostIn(`http://${headers.get('host')}`) },
      fromElsewhere,
    );
    return refuse(403, fromElsewhere);
  }
  // No page has a tag to be matched, so whoever names one has another in mind.
  const tags = headers.get('if-match');
  return tags === null || tags.trim() === '*'
    ? undefined
    : refuse(412, 'The page is not the one that was meant.');
}

const hostIn = (address: string | null) => URL.parse(address ?? '')?.host ?? 'none';

export const refuse = (status: number, reason: string, headers = {}): Respond => ({
  kind: 'respond',
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: `${reason}\n`,
});

/**
 * A form that another site sent. A browser always says where a form is from, and on https whether that is the site it
 * sends it to, whatever a proxy makes of the host: <https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header>.
 */
function isFromElsewhere(headers: HeaderReader): boolean {
  const sender = headers.get('origin');
  if (sender === null || headers.get('sec-fetch-site') === 'same-origin') return false;
  const origin = URL.parse(sender);
  return !origin || !ownHosts(headers, origin.protocol).includes(origin.host);
}

/**
 * What Next is told of where a form is from that was not rejected: it compares again, with only the first name that a
 * proxy passes on. Where the browser hides it (`null`), it is from here, or it would have been rejected.
 */
export function senderHeaders({ method, headers }: PageRequest): Record<string, string | undefined> {
  const sender = headers.get('origin');
  if (method !== 'POST' || sender === null) return {};
  const origin = URL.parse(sender) ?? URL.parse(`https://${ownHosts(headers, 'https:')[0]}`);
  return { origin: origin?.origin, 'x-forwarded-host': origin?.host };
}

/** The names that this library goes by: what it was told, and what the request says. Usual ports are left out. */
function ownHosts(headers: HeaderReader, protocol: string): string[] {
  const forwarded = headers.get('x-forwarded-host')?.split(',') ?? [];
  const { BASE_URL } = settings();
  const named = [...forwarded, headers.get('host') ?? ''].map(
    (host) => URL.parse(`${protocol}//${host.trim()}`)?.host,
  );
  return [BASE_URL && URL.parse(BASE_URL)?.host, ...named].filter((host) => host !== undefined);
}
