import { clientHeader, clientHeaderValue } from '#lib/api/requests/client-header';
import { clientOfRequest } from '#lib/http/client';
import type { Continued, PageRequest, Verdict } from '#lib/http/page-request';
import { hasTooManyParameters } from '#lib/http/request-target';

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A request to the API, instead of what stands before a page: says who asks, and takes cookies away. */
export function apiRequest(request: PageRequest, base: Continued['requestHeaders']): Verdict {
  return {
    kind: 'continue',
    // To a method that it does not know Next answers by itself: this one is refused in the API's own words as well.
    method: methods.includes(request.method) ? request.method : 'POST',
    target: isReadable(request.target) ? request.target : '/api/v1/-',
    requestHeaders: {
      ...base,
      cookie: undefined,
      [clientHeader]: clientHeaderValue(clientOfRequest(request)),
    },
    responseHeaders: {},
  };
}

/** Over a broken escape Next would fail; over very many parameters it would take long. */
function isReadable(target: string): boolean {
  if (hasTooManyParameters(target)) return false;
  try {
    return Boolean(decodeURIComponent(target.split('?')[0] ?? ''));
  } catch {
    return false;
  }
}
