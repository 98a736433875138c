import { randomBytes } from 'node:crypto';

const shared = globalThis as typeof globalThis & { libraryClientToken?: string };

/** Where the pipeline writes who asks. */
export const clientHeader = 'x-library-client';

/**
 * What it writes there: with a secret of this process, for where Next serves by itself a request can be made to pass
 * the pipeline by, and could name any client.
 */
export const clientHeaderValue = (client: string): string => `${token()} ${client}`;

/** Who asks. Where the pipeline has not said it, all are one, and share their limits. */
export function clientOfHeaders(headers: Pick<Headers, 'get'>): string {
  const [written, client] = headers.get(clientHeader)?.split(' ') ?? [];
  return written === token() && client ? client : 'unknown';
}

function token(): string {
  shared.libraryClientToken ??= randomBytes(16).toString('base64url');
  return shared.libraryClientToken;
}
