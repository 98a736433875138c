import type { IncomingMessage, ServerResponse } from 'node:http';
import { failurePage } from '#lib/http/failure-page';
import { dropSessionCookie } from '#lib/http/session-cookie';

/**
 * An answer of 500 or above saves nothing: the visit that failed is not counted. And where it is a page, it is ours:
 * Next sends an empty document that only its script fills.
 */
export function onFailure(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  // Taken before Next puts its compression around it.
  const end = response.end.bind(response);
  response.writeHead = ((status: number, ...rest: []) => {
    if (status < 500) return writeHead(status, ...rest);
    response.writeHead = writeHead;
    dropSessionCookie(response);
    if (!isPage(response)) return writeHead(status, ...rest);
    const page = failurePage(request, response);
    answerInstead(response, status, Buffer.byteLength(page));
    end(page);
    return response;
  }) as typeof response.writeHead;
}

const isPage = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/html');

/** Sends the head of our own answer, and lets what Next goes on to write come to nothing. */
function answerInstead(response: ServerResponse, status: number, length: number): void {
  for (const name of ['content-encoding', 'transfer-encoding', 'etag']) response.removeHeader(name);
  response.writeHead(status, { 'content-length': length, 'cache-control': 'no-store' });
  response.write = () => true;
  response.end = () => response;
}
