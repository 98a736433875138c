import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Replacement, replaceAnswer } from '#lib/http/replace-answer';

/** <https://www.rfc-editor.org/rfc/rfc9110#section-13> and what part of a file is asked for. */
type Asked = { tags: string | undefined; since: number; range: string | undefined };

/**
 * Says 412 where an answer is not the one that was meant, and 416 where it has no such part. Where Next sends a file it
 * fails over both; to all else it pays no heed. A range that is none is not asked for, as are several, or one of a HEAD.
 */
export function keepPreconditions(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') return;
  const asked = takeOut(request);
  if (asked.tags === undefined && Number.isNaN(asked.since) && asked.range === undefined) return;
  replaceAnswer(response, (status) => refusal(status, response, asked));
}

function takeOut({ headers, method }: IncomingMessage): Asked {
  const tags = headers['if-match'];
  const since = Date.parse(headers['if-unmodified-since'] ?? '');
  const range = method === 'GET' && isOneRange(headers.range) ? headers.range : undefined;
  delete headers['if-match'];
  delete headers['if-unmodified-since'];
  if (range === undefined) delete headers.range;
  // Bytes are counted in the file as it is.
  else delete headers['accept-encoding'];
  return { tags, since, range };
}

function isOneRange(range = ''): boolean {
  const [, first, last] = /^\s*bytes=(?:(\d+)-(\d*)|-\d+)\s*$/.exec(range) ?? [undefined, '1', '0'];
  return !first || !last || Number(first) <= Number(last);
}

function refusal(status: number, response: ServerResponse, asked: Asked): Replacement | undefined {
  const type = 'text/plain; charset=utf-8';
  if (status >= 500 && asked.range && isOutside(response))
    return { status: 416, body: 'There is no such part.\n', type };
  if (status >= 400 || (status >= 300 && status !== 304)) return undefined;
  return isMeant(response, asked) ? undefined : { status: 412, body: 'It is not as it was.\n', type };
}

/** What a file says of its length, and of nothing else, when a part beyond its end is asked for. */
const isOutside = (response: ServerResponse) =>
  String(response.getHeader('content-range')).startsWith('bytes */');

/** Weak tags count: nearly all of ours are, and who sends one back means it. A date counts where no tag is named. */
function isMeant(response: ServerResponse, { tags, since }: Asked): boolean {
  if (tags === undefined) {
    const modified = Date.parse(String(response.getHeader('last-modified')));
    return !(modified > since);
  }
  if (tags.trim() === '*') return true;
  const own = String(response.getHeader('etag') ?? '').replace(/^W\//, '');
  return own !== '' && (tags.match(/"[^"]*"/g) ?? []).some((tag) => tag === own);
}
