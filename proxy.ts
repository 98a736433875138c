import { nextProxyCookies } from 'iron-session';
import { type NextRequest, NextResponse } from 'next/server';
import { maxBodyBytes, readActionBody, refuseBody } from '#lib/http/action-body';
import { handleRequest } from '#lib/http/handle-request';
import { isReadOnly } from '#lib/http/methods';
import type { Continued, Respond, Verdict } from '#lib/http/page-request';
import { isApi } from '#lib/http/routes';
import { securityHeaders } from '#lib/http/security-headers';
import { cookieIn } from '#lib/session/cookie';
import type { Cookies } from '#lib/session/save-session';

/**
 * What comes before a page where `next dev` or `next start` serves: the same as `server.ts` does by itself, where a
 * header says so. What Next fetches ahead is none of its business: only here that can be told.
 *
 * Where this runs, Next cuts bodies at 10 MB and still answers 200: addresses that take files must stay out.
 */
export const config = {
  matcher: [
    {
      source: '/((?!_next/static/).*)',
      missing: [
        { type: 'header', key: 'x-library-handled' },
        { type: 'header', key: 'next-router-prefetch' },
      ],
    },
  ],
};

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const id = crypto.randomUUID();
  const written: Parameters<Cookies['write']>[] = [];
  const asked = {
    method: request.method,
    target: request.nextUrl.pathname + request.nextUrl.search,
    headers: request.headers,
    cookies: cookiesOf(request, written),
    peer: request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim(),
  };
  const handled = await handleRequest(asked, id, new Date());
  const verdict = handled.kind === 'respond' ? handled : ((await refusedForm(request, id)) ?? handled);
  const response = verdict.kind === 'respond' ? answer(request, verdict) : passOn(request, verdict);
  for (const [name, value] of [...securityHeaders(request.headers), ['x-request-id', id] as const])
    response.headers.set(name, value);
  const jar = nextProxyCookies(request, response);
  for (const cookie of written) jar.write(...cookie);
  return response;
}

/** Next goes on with what was sent as it came: here it is only looked at. */
async function refusedForm(request: NextRequest, id: string): Promise<Respond | undefined> {
  const { method, headers, nextUrl } = request;
  if (method !== 'POST' || isApi(nextUrl.pathname)) return undefined;
  const announced = Number(headers.get('content-length'));
  const sent = announced > maxBodyBytes ? undefined : await request.clone().bytes();
  const read = await readActionBody(headers, sent);
  return read.ok ? undefined : refuseBody(read, id, nextUrl.pathname);
}

/** The page of the same request reads what is written. */
function cookiesOf(request: NextRequest, written: Parameters<Cookies['write']>[]): Cookies {
  return {
    read: (name) => cookieIn(request.headers.get('cookie'), name),
    write: (...cookie) => {
      written.push(cookie);
      request.cookies.set(cookie[0], cookie[1]);
    },
  };
}

function answer({ url }: NextRequest, { status, headers, body }: Extract<Verdict, { kind: 'respond' }>) {
  const { location, ...others } = headers;
  if (location) return NextResponse.redirect(new URL(location, url), { status, headers: others });
  return new NextResponse(body, { status, headers: others });
}

const ofParts = ['range', 'if-range', 'if-match', 'if-unmodified-since'];

function passOn(request: NextRequest, { target, requestHeaders, responseHeaders }: Continued): NextResponse {
  const headers = new Headers(request.headers);
  // Over these Next fails where it sends a file; here nobody sees what it sends, so the whole file is asked for.
  if (isReadOnly(target)) for (const name of ofParts) headers.delete(name);
  for (const [name, value] of Object.entries(requestHeaders))
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  const address = new URL(target, request.url);
  const moved = address.pathname !== request.nextUrl.pathname;
  const init = { request: { headers }, headers: responseHeaders };
  return moved ? NextResponse.rewrite(address, init) : NextResponse.next(init);
}
