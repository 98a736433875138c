import type { IncomingMessage, ServerResponse } from 'node:http';
import { prepareForApi } from '#lib/http/api-request';
import { contentSecurityPolicy, createNonce } from '#lib/http/content-security-policy';
import { isUnknownRecord, notFoundPath } from '#lib/http/not-found';
import { permanentRedirect } from '#lib/http/redirects';
import { rejectRequest } from '#lib/http/reject-request';
import { requestTarget } from '#lib/http/request-target';
import { isHttps } from '#lib/session/cookie';
import { cookiesBlocked, withoutProbe } from '#lib/visitor/cookie-probe';
import { recordVisit } from '#lib/visitor/record-visit';

/** What is no page: it needs no policy, and who asks for it visits nothing. */
const isFile = /^\/(?:_next\/static\/|covers\/[^/?]+(?:\?|$)|books\/suggestions(?:\?|$))/;

/**
 * Before every page: a Content-Security-Policy whose nonce Next puts on its scripts, and the visit remembered. This
 * stands where Next's `proxy.ts` would: see docs/decisions/002. True where the request is answered already.
 */
export async function handleRequest(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  request.url = requestTarget(request.url ?? '/');
  if (prepareForApi(request)) return false;
  const refusal = rejectRequest(request);
  if (refusal) return refuse(response, refusal);
  if (isFile.test(request.url) && !(await isUnknownRecord(request.url))) return false;
  const https = isHttps((name) => request.headers[name]?.toString());
  const policy = contentSecurityPolicy(createNonce(), https);
  request.headers['content-security-policy'] = policy;
  response.setHeader('content-security-policy', policy);
  const address = withoutProbe(request);
  if (address) return leadOn(response, 303, address);
  const moved = await permanentRedirect(request.url);
  if (moved) return leadOn(response, 308, moved);
  if (await isUnknownRecord(request.url)) request.url = notFoundPath;
  request.headers['x-library-cookies'] = cookiesBlocked(request) ? 'off' : 'on';
  await recordVisit(request, response, new Date());
  return false;
}

/** Not to be kept, even where it is for good: a title that changes and changes back would lead in circles. */
function leadOn(response: ServerResponse, status: 303 | 308, location: string): true {
  response.writeHead(status, { location, 'cache-control': 'private, no-store' }).end();
  return true;
}

function refuse(response: ServerResponse, status: 403 | 405): true {
  if (status === 405) response.setHeader('allow', 'GET, HEAD, POST');
  const content = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  const reason = status === 405 ? 'This method is not used here.' : 'This form was sent from another site.';
  response.writeHead(status, content).end(`${reason}\n`);
  return true;
}
