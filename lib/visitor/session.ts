import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { cookieName, isHttps } from '#lib/session/cookie';
import { type OpenedSession, openSession } from '#lib/session/open-session';
import { sessionOfRequest } from '#lib/session/request-sessions';
import { saveSession } from '#lib/session/save-session';
import { Session } from '#lib/session/session';
import {
  type LibrarySession,
  type SessionValues,
  sessionShape,
  visitorSessions,
} from '#lib/visitor/session-shape';

const openReadOnly = cache(async (): Promise<OpenedSession<SessionValues>> => {
  const [jar, header] = await Promise.all([cookies(), headers()]);
  const https = isHttps(header);
  return openSession(visitorSessions, jar.get(cookieName(https))?.value, { now: new Date(), readOnly: true });
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
 * Opens the session for writing in a Server Action or a route handler, runs `work` and saves once, at the end:
 * also when `work` redirects, but not when it fails.
 */
export async function withSession<Result>(
  work: (session: LibrarySession) => Promise<Result>,
): Promise<Result> {
  const [jar, header] = await Promise.all([cookies(), headers()]);
  const context = { https: isHttps(header), now: new Date() };
  const opened = await openSession(visitorSessions, jar.get(cookieName(context.https))?.value, context);
  const save = () =>
    saveSession(
      opened,
      {
        read: (name) => jar.get(name)?.value,
        write: (name, value, attributes) => jar.set(name, value, attributes as Parameters<typeof jar.set>[2]),
      },
      context,
    );
  try {
    const result = await work(opened.session);
    await save();
    return result;
  } catch (error) {
    if (isControlFlow(error)) await save();
    throw error;
  }
}
