import type { ServerResponse } from 'node:http';

/** A body of our own, of text that is `type`; without a type there is none. */
export type Replacement = { status: number; body: string; type?: string };

/**
 * Looks at an answer when its head is about to be written, and may send another in its place: what the page goes on to
 * write comes to nothing then. To be called before Next puts its compression around the answer.
 */
export function replaceAnswer(
  response: ServerResponse,
  replacementFor: (status: number) => Replacement | undefined,
): void {
  const writeHead = response.writeHead.bind(response);
  const end = response.end.bind(response);
  response.writeHead = ((status: number, ...rest: []) => {
    const replacement = replacementFor(status);
    if (!replacement) return writeHead(status, ...rest);
    response.writeHead = writeHead;
    sendInstead(response, replacement, end);
    return response;
  }) as typeof response.writeHead;
}

function sendInstead(
  response: ServerResponse,
  { status, body, type }: Replacement,
  end: ServerResponse['end'],
): void {
  for (const name of ['content-encoding', 'transfer-encoding', 'etag', 'last-modified', 'accept-ranges'])
    response.removeHeader(name);
  if (type) response.setHeader('content-type', type);
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  response.write = () => true;
  response.end = () => response;
  end(body);
}
