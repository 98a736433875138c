import { randomUUID } from 'node:crypto';
import { isDatabaseFailure } from '#db/errors';
import type { Operation, Outcome } from '#lib/api/operation';
import { entityTag, isKnown } from '#lib/api/requests/entity-tag';
import { type ProblemName, problemOf, problems } from '#lib/api/requests/problem';
import { countRequest, limitHeaders } from '#lib/api/requests/rate-limit';
import { settings } from '#lib/env';
import { log } from '#lib/log';

const allowed = 'GET, HEAD, OPTIONS';

/** With every answer: any page may read it, none may take it for a document. */
const always = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

const preflight = {
  ...always,
  allow: allowed,
  'access-control-allow-methods': allowed,
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
};

/** Kept by everybody, but asked for again each time: a copy may have been lent meanwhile. */
const kept = { 'cache-control': 'public, no-cache', vary: 'accept-encoding' };

/**
 * Answers a request to an operation: preflight, limit, method, parameters, work. `id` is what the address has in place
 * of `{id}`; `now` in milliseconds of a clock that never goes back. Reads no cookie and sets none; never throws.
 */
export async function respondTo(
  operation: Operation,
  request: Request,
  id: string | undefined,
  now: number,
): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflight });
  const { API_RATE_LIMIT: perMinute } = settings();
  const drawn = countRequest(request.headers, perMinute, now);
  const answer =
    drawn?.granted === false ? tooMany(request, drawn.retryIn) : await withinLimit(operation, request, id);
  for (const [name, value] of [...Object.entries(always), ...limitHeaders(drawn, perMinute)])
    answer.headers.set(name, value);
  return answer;
}

const tooMany = (request: Request, seconds: number) =>
  failed(request, 'too-many-requests', `Wait ${seconds} s before you ask again.`);

async function withinLimit(
  operation: Operation,
  request: Request,
  id: string | undefined,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const answer = failed(request, 'method-not-allowed', `Only ${allowed} may be used here.`);
    answer.headers.set('allow', allowed);
    return answer;
  }
  try {
    return responseTo(request, await operation.run(new URL(request.url).searchParams, id));
  } catch (error) {
    log().error(
      { request: request.headers.get('x-request-id'), operation: operation.name, error },
      'API failed',
    );
    const name = isDatabaseFailure(error) ? 'unavailable' : 'internal-error';
    return failed(request, name, 'The library could not answer; the fault is its own.');
  }
}

function responseTo(request: Request, outcome: Outcome<unknown>): Response {
  if (outcome.kind === 'missing') return failed(request, 'not-found', 'There is nothing at this address.');
  if (outcome.kind === 'moved')
    return new Response(null, { status: 308, headers: { location: outcome.to, ...kept } });
  if (outcome.kind === 'refused') {
    const names = [...new Set(outcome.errors.map(({ parameter }) => parameter))];
    return failed(request, 'invalid-parameters', `Refused because of: ${names.join(', ')}.`, outcome.errors);
  }
  const body = JSON.stringify(outcome.body);
  const tag = entityTag(body);
  const link = outcome.next && { link: `<${addressWith(request.url, outcome.next)}>; rel="next"` };
  const headers = { ...kept, etag: tag, ...link };
  if (isKnown(tag, request.headers.get('if-none-match'))) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } });
}

/** This address with some parameters changed, relative to itself. */
function addressWith(address: string, changed: Record<string, string>): string {
  const { pathname, searchParams } = new URL(address);
  for (const [name, value] of Object.entries(changed)) searchParams.set(name, value);
  return `${pathname}?${searchParams}`;
}

function failed(
  request: Request,
  name: ProblemName,
  detail: string,
  errors?: Extract<Outcome<never>, { kind: 'refused' }>['errors'],
): Response {
  const requestId = request.headers.get('x-request-id') ?? randomUUID();
  const body = problemOf(name, { detail, ...(errors && { errors }) }, requestId);
  return new Response(JSON.stringify(body), {
    status: problems[name].status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
