import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeCookies } from 'iron-session';
import { readActionBody, refuseBody } from '#lib/http/action-body';
import { handleRequest } from '#lib/http/handle-request';
import type { Continued, PageRequest, Respond } from '#lib/http/page-request';
import { withBody } from '#lib/http/receive-form';
import { cookieIn, type HeaderReader } from '#lib/session/cookie';
import type { Cookies } from '#lib/session/save-session';

/** Says to `proxy.ts` that it need do nothing more: see its `matcher`. */
const handledHeader = 'x-library-handled';

/**
 * The pipeline for Node's own server: what comes before a page is done when Next gets the request, which is returned,
 * with what was sent to an action (`form`) as it was understood. Undefined where the request is answered already.
 */
export async function handleNodeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  form?: Uint8Array<ArrayBuffer>,
): Promise<IncomingMessage | undefined> {
  const id = String(request.headers['x-request-id']);
  const verdict = await handleRequest(pageRequest(request, response), id, new Date());
  if (verdict.kind === 'respond') return respond(response, verdict);
  const read = form && (await readActionBody(headersOf(request), form));
  if (read?.ok === false) return respond(response, refuseBody(read, id, request.url ?? '/'));
  applyTo(request, response, verdict);
  return read ? withBody(request, read.body, read.type) : request;
}

const pageRequest = (request: IncomingMessage, response: ServerResponse): PageRequest => ({
  method: request.method ?? 'GET',
  target: request.url ?? '/',
  headers: headersOf(request),
  cookies: cookiesOf(request, response),
  peer: request.socket.remoteAddress,
});

/** What is said of it where there is no page. */
export const askedBy = (request: IncomingMessage) => ({
  target: request.url ?? '/',
  headers: headersOf(request),
  requestId: String(request.headers['x-request-id']),
});

/** Read as `fetch` would: building its `Headers` costs more than all that is asked of them. */
export const headersOf = ({ headers }: IncomingMessage): HeaderReader => ({
  get: (name) => headers[name]?.toString() ?? null,
});

/** The page of the same request reads the new value, as with iron-session's `nextProxyCookies`. */
function cookiesOf(request: IncomingMessage, response: ServerResponse): Cookies {
  const jar = nodeCookies(request, response);
  return {
    read: (name) => cookieIn(request.headers.cookie, name),
    write: (name, value, attributes) => {
      jar.write(name, value, attributes);
      request.headers.cookie = withCookie(request.headers.cookie, name, value);
    },
  };
}

function withCookie(header = '', name: string, value: string): string {
  const others = header.split(';').filter((pair) => pair.split('=')[0]?.trim() !== name);
  return [`${name}=${value}`, ...others.map((pair) => pair.trim()).filter(Boolean)].join('; ');
}

export function respond(response: ServerResponse, { status, headers, body }: Respond): undefined {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(status);
  response.end(body);
}

function applyTo(request: IncomingMessage, response: ServerResponse, verdict: Continued): void {
  const { method, target, requestHeaders, responseHeaders, rollback } = verdict;
  request.method = method;
  request.url = target;
  for (const [name, value] of Object.entries({ ...requestHeaders, [handledHeader]: '1' }))
    if (value === undefined) delete request.headers[name];
    else request.headers[name] = value;
  for (const [name, value] of Object.entries(responseHeaders)) response.setHeader(name, value);
  if (!rollback) return;
  response.once('close', () => {
    if (response.statusCode >= 500) void rollback();
  });
}
