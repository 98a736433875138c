import type { IncomingMessage, ServerResponse } from 'node:http';
import { failurePage } from '#lib/http/failure-page';
import { replaceAnswer } from '#lib/http/replace-answer';
import { dropSessionCookie } from '#lib/http/session-cookie';

/**
 * An answer of 500 or above saves nothing: the visit that failed is not counted. And where it is a page, it is ours:
 * Next sends an empty document that only its script fills.
 */
export function onFailure(request: IncomingMessage, response: ServerResponse): void {
  replaceAnswer(response, (status) => {
    if (status < 500) return undefined;
    dropSessionCookie(response);
    return isPage(response) ? { status, body: failurePage(request, response) } : undefined;
  });
}

const isPage = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/html');
