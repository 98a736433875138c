import type { PageRequest, Verdict } from '#lib/http/page-request';
import type { HeaderReader } from '#lib/session/cookie';

/** The response to what no page is ever asked: Next would fail over it. Undefined for all else. */
export function rejectRequest({ method, headers }: PageRequest): Verdict | undefined {
  if (method === 'TRACE') return refuse(405, 'This method is not used here.', { allow: 'GET, HEAD, POST' });
  if (method === 'POST' && isFromElsewhere(headers))
    return refuse(403, 'This form was sent from another site.');
  return undefined;
}

const refuse = (status: number, reason: string, headers = {}): Verdict => ({
  kind: 'respond',
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: `${reason}\n`,
});

/** A form that another site sent, compared as Next compares it: a browser always says where a form is from. */
function isFromElsewhere(headers: HeaderReader): boolean {
  const origin = headers.get('origin');
  const forwarded = headers.get('x-forwarded-host')?.split(',')[0]?.trim();
  return origin !== null && ![forwarded, headers.get('host')].includes(URL.parse(origin)?.host ?? '');
}
