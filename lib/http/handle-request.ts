import { clientHeader, clientHeaderValue } from '#lib/api/requests/client-header';
import { apiRequest } from '#lib/http/api-request';
import { clientOfRequest } from '#lib/http/client';
import { contentSecurityPolicy, createNonce } from '#lib/http/content-security-policy';
import type { Continued, PageRequest, Verdict } from '#lib/http/page-request';
import { rejectRequest, senderHeaders } from '#lib/http/reject-request';
import { pathOf, requestTarget } from '#lib/http/request-target';
import { routerHeaders } from '#lib/http/router-state';
import { isApi, type Route, routeOf } from '#lib/http/routes';
import { countSearch } from '#lib/http/search-limit';
import { respondTrouble } from '#lib/http/trouble';
import { isHttps } from '#lib/session/cookie';
import { cookiesBlocked, withoutProbe } from '#lib/visitor/cookie-probe';
import { recordVisit } from '#lib/visitor/record-visit';

/** An address that is none: what stands there is the page for what is not found. */
export const notFoundPath = '/-';

/** Fonts come over a connection of their own, without cookies: a browser can open it while it reads the page. */
const fontConnection = '</>; rel=preconnect; crossorigin';

/**
 * What happens before a page, in one place for `server.ts` and for Next's `proxy.ts`: refusals, redirects, the
 * Content-Security-Policy whose nonce Next puts on its scripts, and the visit remembered. See docs/decisions/002.
 * `requestId` is what the page knows its request by.
 */
export async function handleRequest(asked: PageRequest, requestId: string, now: Date): Promise<Verdict> {
  const request = { ...asked, target: requestTarget(asked.target) };
  const own = {
    'x-request-id': requestId,
    'x-library-path': pathOf(asked.target),
    [clientHeader]: undefined,
  };
  if (isApi(request.target)) return apiRequest(request, own);
  const rejected = rejectRequest(request);
  if (rejected) return rejected;
  const search = countSearch(request, performance.now());
  if (search?.granted === false)
    return respondTrouble('tooOften', { ...request, requestId, retryIn: search.retryIn });
  const route = await routeOf(request.target);
  const base = { ...own, ...senderHeaders(request), ...routerHeaders(request) };
  if (route.kind === 'file') return passOn(request, base);
  const address = withoutProbe(request);
  if (address) return redirect(303, address);
  if (route.kind === 'moved') return redirect(308, route.to);
  return page(request, route, base, { requestId, now });
}

type Visited = Exclude<Route, { kind: 'file' } | { kind: 'moved' }>;
type Visiting = { requestId: string; now: Date };

async function page(
  request: PageRequest,
  route: Visited,
  base: Continued['requestHeaders'],
  { requestId, now }: Visiting,
): Promise<Verdict> {
  const policy = contentSecurityPolicy(createNonce(), isHttps(request.headers));
  // Asked before the visit writes a cookie.
  const blocked = cookiesBlocked(request);
  const rollback = await recordVisit(request, route, requestId, now);
  return {
    ...passOn(request, {
      ...base,
      'content-security-policy': policy,
      'x-library-cookies': blocked ? 'off' : 'on',
      [clientHeader]: request.method === 'POST' ? clientHeaderValue(clientOfRequest(request)) : undefined,
    }),
    target: route.kind === 'unknown' ? notFoundPath : request.target,
    responseHeaders: { 'content-security-policy': policy, link: fontConnection },
    rollback,
  };
}

const passOn = ({ method, target }: PageRequest, requestHeaders: Continued['requestHeaders']) => ({
  kind: 'continue' as const,
  method,
  target,
  requestHeaders,
  responseHeaders: {},
});

/** Not to be kept, even where it is for good: a title that changes and changes back would lead in circles. */
const redirect = (status: 303 | 308, location: string): Verdict => ({
  kind: 'respond',
  status,
  headers: { location, 'cache-control': 'private, no-store' },
});
