import type { IncomingMessage } from 'node:http';

/** The status of the answer to what no page is ever asked: Next would fail over it. Undefined for all else. */
export function rejectRequest({ method, headers }: IncomingMessage): 403 | 405 | undefined {
  if (method === 'TRACE') return 405;
  return method === 'POST' && isFromElsewhere(headers) ? 403 : undefined;
}

/** A form that another site sent, compared as Next compares it: a browser always says where a form is from. */
function isFromElsewhere({ origin, host, ...headers }: IncomingMessage['headers']): boolean {
  const forwarded = headers['x-forwarded-host']?.toString().split(',')[0]?.trim();
  return origin !== undefined && ![forwarded, host].includes(URL.parse(origin)?.host ?? '');
}
