import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentSecurityPolicy, createNonce } from '#lib/content-security-policy';
import { log } from '#lib/log';
import { isHttps } from '#lib/session/cookie';
import { afterTrial, keepsNoCookies } from '#lib/session/cookies-off';
import { rememberVisit } from '#lib/session/front';
import { prepareForApi } from '#lib/start/api-front';
import { movedTo } from '#lib/start/moved';
import { leadsNowhere, nowhere } from '#lib/start/nowhere';
import { refusalOf, tellWhereFormIsFrom } from '#lib/start/refused-request';
import { requestTarget } from '#lib/start/request-target';

/** What is no page: it needs no policy, and who asks for it visits nothing. */
const isFile = /^\/(?:_next\/static\/|covers\/[^/?]+(?:\?|$)|books\/suggestions(?:\?|$))/;

/**
 * Before every page: a Content-Security-Policy whose nonce Next puts on its scripts, and the visit remembered. This
 * stands where Next's `proxy.ts` would: see docs/decisions/002. True where the request is answered already.
 */
export async function beforePage(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  request.url = requestTarget(request.url ?? '/');
  if (prepareForApi(request)) return false;
  const refusal = refusalOf(request);
  if (refusal) return refuse(request, response, refusal);
  if (request.method === 'POST') tellWhereFormIsFrom(request.headers);
  if (isFile.test(request.url) && !(await leadsNowhere(request.url))) return false;
  const https = isHttps((name) => request.headers[name]?.toString());
  const policy = contentSecurityPolicy(createNonce(), https);
  request.headers['content-security-policy'] = policy;
  response.setHeader('content-security-policy', policy);
  const address = afterTrial(request);
  if (address) return leadOn(response, 303, address);
  const moved = await movedTo(request.url);
  if (moved) return leadOn(response, 308, moved);
  if (await leadsNowhere(request.url)) request.url = nowhere;
  request.headers['x-library-cookies'] = keepsNoCookies(request) ? 'off' : 'on';
  await rememberVisit(request, response, new Date());
  return false;
}

/** Not to be kept, even where it is for good: a title that changes and changes back would lead in circles. */
function leadOn(response: ServerResponse, status: 303 | 308, location: string): true {
  response.writeHead(status, { location, 'cache-control': 'private, no-store' }).end();
  return true;
}

const reasons = {
  403: 'This form was sent from another site. If it was this one, its proxy hides that: set BASE_URL to the address of the library.',
  405: 'This method is not used here.',
};

function refuse({ headers }: IncomingMessage, response: ServerResponse, status: 403 | 405): true {
  if (status === 405) response.setHeader('allow', 'GET, HEAD, POST');
  if (status === 403) log().warn({ origin: headers.origin, host: headers.host }, reasons[status]);
  const content = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, content).end(`${reasons[status]}\n`);
  return true;
}
