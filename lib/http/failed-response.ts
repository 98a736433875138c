import type { IncomingMessage, ServerResponse } from 'node:http';
import { failurePage } from '#lib/http/failure-page';
import { isReadOnly } from '#lib/http/methods';
import { type Replacement, replaceAnswer } from '#lib/http/replace-answer';
import { dropSessionCookie } from '#lib/http/session-cookie';
import { unavailable } from '#lib/http/trouble';

/**
 * An answer of 500 or above saves nothing: the visit that failed is not counted. And it says so in words of ours: Next
 * sends an empty document that only its script fills, and to a program nothing at all.
 */
export function onFailure(request: IncomingMessage, response: ServerResponse): void {
  replaceAnswer(response, (status) => {
    if (status < 500) return undefined;
    dropSessionCookie(response);
    return wordsFor(status, request, response);
  });
}

function wordsFor(
  status: number,
  { url = '/', headers }: IncomingMessage,
  response: ServerResponse,
): Replacement | undefined {
  if (status === 500 && isReadOnly(url)) return unavailable;
  if (!String(response.getHeader('content-type')).startsWith('text/html')) return undefined;
  const trouble = response.hasHeader('retry-after') ? 'busy' : 'failed';
  const policy = String(response.getHeader('content-security-policy'));
  return { status, body: failurePage(trouble, headers['accept-language'], policy) };
}
