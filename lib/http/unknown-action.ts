import type { ServerResponse } from 'node:http';

/**
 * A form that names no action of ours: of a page that is older than the library, or made up. Next says 409 for one and
 * 400 for the other, and its script reads this header.
 */
export function onUnknownAction(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: []) =>
    writeHead(
      response.hasHeader('x-nextjs-action-not-found') ? 400 : status,
      ...rest,
    )) as typeof response.writeHead;
}
