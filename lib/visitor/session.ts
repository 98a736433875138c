import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { cookieIn, cookieName, type HeaderReader, isHttps } from '#lib/session/cookie';
import { type OpenedSession, openSession } from '#lib/session/open-session';
import { sessionOfRequest } from '#lib/session/request-sessions';
import type { Cookies } from '#lib/session/save-session';
import { Session } from '#lib/session/session';
import { workWithSession } from '#lib/session/with-session';
import {
  type LibrarySession,
  type SessionValues,
  sessionShape,
  visitorSessions,
} from '#lib/visitor/session-shape';

const ownCookie = (header: HeaderReader) => cookieIn(header.get('cookie'), cookieName(isHttps(header)));

/** As the request brought it, unless an action has written it since: the page after it shows what it changed. */
async function presentCookie(): Promise<string | undefined> {
  const [jar, header] = await Promise.all([cookies(), headers()]);
  const name = cookieName(isHttps(header));
  const value = jar.get(name)?.value;
  return asNextReads(header.get('cookie') ?? '', name).includes(value) ? ownCookie(header) : value;
}

/** What Next makes of the cookies of a name, of which its jar has the last. */
function asNextReads(cookies: string, name: string): (string | undefined)[] {
  const pairs = cookies.split(/; */).map((pair) => /^([^=]*)(?:=(.*))?$/s.exec(pair) ?? []);
  return pairs.filter(([, key]) => key === name).map(([, , value]) => decoded(value ?? 'true'));
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

const openReadOnly = cache(async (): Promise<OpenedSession<SessionValues>> => {
  return openSession(visitorSessions, await presentCookie(), { now: new Date(), readOnly: true });
});

/** The session of this request, read-only, for Server Components; opened once a request. */
export const readSession = cache(async (): Promise<LibrarySession> => {
  const record = sessionOfRequest((await headers()).get('x-request-id') ?? '');
  if (record) return new Session<SessionValues>(sessionShape, { record, now: new Date(), readOnly: true });
  return (await openReadOnly()).session;
});

/** When what is remembered about this browser ends, unless it is saved again; undefined where nothing is. */
export async function readSessionEnd(): Promise<Date | undefined> {
  return (await openReadOnly()).loadedFrom.cookieEnds;
}

/** Next's own way of leaving an action: redirect, not found. These answers keep what was written. */
const isControlFlow = (error: unknown) =>
  error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');

/**
 * Opens the session for writing in a Server Action or a route handler, runs `work` and saves once, at the end: also when
 * `work` redirects, but not when it fails or returns an answer of 500 or above. Throws as `workWithSession` does.
 */
export async function withSession<Result>(
  work: (session: LibrarySession) => Promise<Result>,
): Promise<Result> {
  const [jar, header] = await Promise.all([cookies(), headers()]);
  const context = { https: isHttps(header), now: new Date(), isControlFlow };
  const own = ownCookie(header);
  const opened = await openSession(visitorSessions, own, context);
  const write: Cookies['write'] = (name, value, attributes) =>
    jar.set(name, value, attributes as Parameters<typeof jar.set>[2]);
  return workWithSession(opened, { read: () => own, write }, context, work);
}
