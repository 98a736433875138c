import { type ProblemName, problemOf, problems } from '#lib/api/requests/problem';
import { contentSecurityPolicy, createNonce } from '#lib/http/content-security-policy';
import { failurePage, type Trouble } from '#lib/http/failure-page';
import { isReadOnly } from '#lib/http/methods';
import type { Respond } from '#lib/http/page-request';
import { isApi } from '#lib/http/routes';
import { type HeaderReader, isHttps } from '#lib/session/cookie';

type Asked = {
  target: string;
  headers: HeaderReader;
  requestId: string;
  /** Seconds after which it is worth while to ask again. */
  retryIn?: number;
};

type Words = { status: number; problem: ProblemName; detail: string };

const words: Record<Trouble, Words> = {
  failed: { status: 500, problem: 'unavailable', detail: 'The library cannot answer this now.' },
  busy: {
    status: 503,
    problem: 'too-busy',
    detail: 'Too many answers are being made: ask again in a few seconds.',
  },
  tooOften: {
    status: 429,
    problem: 'too-many-requests',
    detail: 'This is asked for too often: wait a little.',
  },
};

/** In place of what was asked for: a page that can be read, a problem for a program, a sentence for all else. */
export function respondTrouble(trouble: Trouble, asked: Asked): Respond {
  const { status, type, body, headers = {} } = contentOf(trouble, asked);
  const wait: Record<string, string> = asked.retryIn ? { 'retry-after': String(asked.retryIn) } : {};
  return {
    kind: 'respond',
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store', ...wait, ...headers },
    body,
  };
}

type Content = { status: number; type: string; body: string; headers?: Record<string, string> };

function contentOf(trouble: Trouble, { target, headers, requestId }: Asked): Content {
  const { status, problem, detail } = words[trouble];
  if (isApi(target)) {
    const body = JSON.stringify(problemOf(problem, { detail }, requestId));
    return { status: problems[problem].status, type: 'application/problem+json', body };
  }
  if (isReadOnly(target))
    return { ...unavailable, ...(trouble !== 'failed' && { status, body: `${detail}\n` }) };
  const policy = contentSecurityPolicy(createNonce(), isHttps(headers));
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: failurePage(trouble, headers.get('accept-language') ?? undefined, policy),
    headers: { 'content-security-policy': policy },
  };
}

/** What a program gets that reads a feed, a sitemap or a cover. */
export const unavailable = {
  status: 503,
  type: 'text/plain; charset=utf-8',
  body: `${words.failed.detail}\n`,
};
