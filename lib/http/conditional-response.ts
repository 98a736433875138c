import { createHash } from 'node:crypto';

type Content = { body: string; modified?: Date | undefined; headers: Record<string, string> };

/** Answers with a text, or with 304 where the asker has this very text, or nothing was changed since it asked. */
export function conditionalResponse(request: Request, { body, modified, headers }: Content): Response {
  // Weak, because the server may compress the text on its way.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const known = {
    ...headers,
    etag,
    ...(modified && { 'last-modified': modified.toUTCString() }),
  };
  if (hasIt(request.headers, etag, modified)) return new Response(null, { status: 304, headers: known });
  return new Response(body, { headers: known });
}

/** Where the asker names a text, its date does not count. */
function hasIt(asked: Headers, etag: string, modified: Date | undefined): boolean {
  const texts = asked.get('if-none-match');
  if (texts !== null) return texts.trim() === '*' || texts.split(',').some((text) => same(text, etag));
  const since = Date.parse(asked.get('if-modified-since') ?? '');
  return modified !== undefined && Math.floor(modified.getTime() / 1000) * 1000 <= since;
}

const same = (one: string, other: string) => one.trim().replace(/^W\//, '') === other.replace(/^W\//, '');

export const notFoundResponse = () =>
  new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
