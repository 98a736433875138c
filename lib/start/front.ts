import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentSecurityPolicy, createNonce } from '#lib/content-security-policy';
import { isHttps } from '#lib/session/cookie';
import { afterTrial, keepsNoCookies } from '#lib/session/cookies-off';
import { rememberVisit } from '#lib/session/front';
import { leadsNowhere, nowhere } from '#lib/start/nowhere';

/** What is no page: it needs no policy, and who asks for it visits nothing. */
const isFile = /^\/(?:(?:_next\/static|covers)\/|books\/suggestions(?:\?|$))/;

/**
 * Before every page: a Content-Security-Policy whose nonce Next puts on its scripts, and the visit remembered. This
 * stands where Next's `proxy.ts` would: see docs/decisions/002. True where the request is answered already.
 */
export async function beforePage(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (isFile.test(request.url ?? '') && !(await leadsNowhere(request.url ?? ''))) return false;
  const https = isHttps((name) => request.headers[name]?.toString());
  const policy = contentSecurityPolicy(createNonce(), https);
  request.headers['content-security-policy'] = policy;
  response.setHeader('content-security-policy', policy);
  const address = afterTrial(request);
  if (address) {
    response.writeHead(303, { location: address, 'cache-control': 'private, no-store' }).end();
    return true;
  }
  if (await leadsNowhere(request.url ?? '')) request.url = nowhere;
  request.headers['x-library-cookies'] = keepsNoCookies(request) ? 'off' : 'on';
  await rememberVisit(request, response, new Date());
  return false;
}
