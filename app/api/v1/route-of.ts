import type { Operation } from '#lib/api/operation';
import { respondTo } from '#lib/api/requests/response';

/** An address without a variable part has no parameters at all. */
type Context = { params: Promise<{ id?: string; path?: string[] } | undefined> };

/** The handlers of an address. Every method has one, so that those not allowed are refused in the API's own words. */
export function routeOf(operation: Operation) {
  const answer = async (request: Request, { params }: Context): Promise<Response> =>
    respondTo(operation, request, (await params)?.id, performance.now());
  return {
    GET: answer,
    HEAD: answer,
    OPTIONS: answer,
    POST: answer,
    PUT: answer,
    PATCH: answer,
    DELETE: answer,
  };
}
