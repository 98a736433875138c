import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieName } from '#lib/session/cookie';
import { failurePage } from '#lib/start/failure-page';

const sessionCookies = [cookieName(true), cookieName(false)];

/**
 * An answer of 500 or above saves nothing: the visit that failed is not counted. And where it is a page, it is ours:
 * Next sends an empty document that only its script fills.
 */
export function onFailure(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: []) => {
    if (status < 500) return writeHead(status, ...rest);
    response.writeHead = writeHead;
    dropSessionCookie(response);
    if (!isPage(response)) return writeHead(status, ...rest);
    return answerInstead(response, status, failurePage(request, response));
  }) as typeof response.writeHead;
}

function dropSessionCookie(response: ServerResponse): void {
  const cookies = [response.getHeader('set-cookie') ?? []].flat().map(String);
  const others = cookies.filter((cookie) => !sessionCookies.some((name) => cookie.startsWith(`${name}=`)));
  response.removeHeader('set-cookie');
  if (others.length > 0) response.setHeader('set-cookie', others);
}

const isPage = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/html');

/** Sends `body`, and lets what Next goes on to write come to nothing. */
function answerInstead(response: ServerResponse, status: number, body: string): ServerResponse {
  const send = response.end.bind(response);
  for (const name of ['content-encoding', 'transfer-encoding', 'etag']) response.removeHeader(name);
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  send(body);
  response.write = () => true;
  response.end = () => response;
  return response;
}
