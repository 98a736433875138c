import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentSecurityPolicy, createNonce } from '#lib/content-security-policy';
import { isHttps } from '#lib/session/cookie';
import { countVisit } from '#lib/session/front';

const isFile = /^\/(_next\/static|covers)\//;

/**
 * Before every page: a Content-Security-Policy whose nonce Next puts on its scripts, and the visit counted. This
 * stands where Next's `proxy.ts` would, at half its cost: see docs/decisions/002.
 */
export async function beforePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isReadable(request.url ?? '')) request.url = nowhere;
  if (isFile.test(request.url ?? '')) return;
  const https = isHttps((name) => request.headers[name]?.toString());
  const policy = contentSecurityPolicy(createNonce(), https);
  request.headers['content-security-policy'] = policy;
  response.setHeader('content-security-policy', policy);
  await countVisit(request, response, new Date());
}

/** An address that is none, for one that cannot be decoded: Next would fail over it, a reader just finds nothing. */
const nowhere = '/-';

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
