import type { IncomingMessage } from 'node:http';
import { clientOf } from '#lib/api/requests/client-address';
import { clientHeader } from '#lib/api/requests/rate-limit';
import { settings } from '#lib/env';
import { hasTooManyParameters } from '#lib/http/request-target';

const isApi = /^\/api\/v1(?:[/?]|$)/;
const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Before a request to the API, instead of what stands before a page: says who asks, and takes cookies away. True where
 * it is one.
 */
export function prepareForApi(request: IncomingMessage): boolean {
  delete request.headers[clientHeader];
  if (!isApi.test(request.url ?? '')) return false;
  delete request.headers.cookie;
  request.headers[clientHeader] = clientOf(
    { peer: request.socket.remoteAddress, forwardedFor: request.headers['x-forwarded-for']?.toString() },
    trustedProxies(),
  );
  if (!isReadable(request.url ?? '')) request.url = '/api/v1/-';
  // To a method that it does not know Next answers by itself: this one is refused in the API's own words as well.
  if (!methods.includes(request.method ?? '')) request.method = 'POST';
  return true;
}

/** A public https address means a proxy in front: this server itself speaks http only. */
function trustedProxies(): number {
  const { TRUSTED_PROXIES, BASE_URL } = settings();
  return TRUSTED_PROXIES ?? (BASE_URL?.startsWith('https:') ? 1 : 0);
}

/** Over a broken escape Next would fail; over very many parameters it would take long. */
function isReadable(url: string): boolean {
  if (hasTooManyParameters(url)) return false;
  try {
    return Boolean(decodeURIComponent(url.split('?')[0] ?? ''));
  } catch {
    return false;
  }
}
