import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemOf } from '#lib/api/requests/problem';
import { contentSecurityPolicy, createNonce } from '#lib/http/content-security-policy';
import { headersOf } from '#lib/http/node-request';
import { isApi } from '#lib/http/routes';
import { isHttps } from '#lib/session/cookie';

type Limits = {
  /** Answers that are made at once. */
  most: number;
  /** Requests that wait for one of them to end. */
  queue: number;
  /** Milliseconds after which one has waited enough. */
  patience: number;
};

/**
 * With twenty at once the processor is busy, and their memory is little; who comes after them waits for a second or two,
 * and who would wait for longer hears so at once.
 */
const usual: Limits = { most: 20, queue: 300, patience: 10_000 };

/** Lets only so many pages be made at once. `enter` is true when it is the caller's turn, who says `leave` then. */
export function admission({ most, queue, patience }: Limits = usual) {
  let inside = 0;
  const waiting = new Set<(entered: boolean) => void>();

  const enter = (): Promise<boolean> | boolean => {
    if (inside < most) {
      inside += 1;
      return true;
    }
    if (waiting.size >= queue) return false;
    return new Promise((resolve) => {
      const settle = (entered: boolean) => {
        clearTimeout(giveUp);
        waiting.delete(settle);
        resolve(entered);
      };
      const giveUp = setTimeout(settle, patience, false);
      waiting.add(settle);
    });
  };

  /** Whoever has waited longest takes the place. */
  const leave = () => {
    const [next] = waiting;
    if (next) next(true);
    else inside -= 1;
  };

  return { enter, leave };
}

/** Pages, and those that Next asks itself for while a form waits for them: neither takes the other's places. */
export const pages = admission();
export const ownPages = admission({ ...usual, most: 10 });

export const admissionOf = ({ headers }: IncomingMessage) =>
  headers['x-action-redirect'] === undefined && headers['x-action-forwarded'] === undefined
    ? pages
    : ownPages;

/**
 * What costs next to nothing, or tells whether the library lives: it is never turned away. Letter by letter, as any other
 * address may be one for which a page is made, were it only that nothing is there.
 */
const light =
  /^\/(?:_next\/static(?:\/(?!\.+(?:[/?]|$))[\w.~@()[\]-]+)+|healthz|icon\.svg|favicon\.ico|robots\.txt)(?:\?|$)/;

export const isLight = ({ url = '/' }: IncomingMessage): boolean => light.test(url);

/** 503: a page that can be read, or a problem for a program; each says when to come again. */
export function answerBusy(request: IncomingMessage, response: ServerResponse): void {
  response.statusCode = 503;
  response.setHeader('retry-after', '5');
  response.setHeader('cache-control', 'no-store');
  if (isApi(request.url ?? '')) {
    const detail = 'Too many answers are being made at once: ask again in a few seconds.';
    response.setHeader('content-type', 'application/problem+json');
    response.end(JSON.stringify(problemOf('too-busy', { detail }, String(request.headers['x-request-id']))));
  } else if (request.headers.accept?.includes('text/html')) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      contentSecurityPolicy(createNonce(), isHttps(headersOf(request))),
    );
    // See `onFailure`, which makes the page.
    response.writeHead(503);
  } else {
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.end('Too busy: ask again in a few seconds.\n');
  }
}
