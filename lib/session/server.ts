import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { cookieName, isHttps } from '#lib/session/cookie';
import { type LibrarySession, loadSession, saveSession } from '#lib/session/store';

/** The session of this request, read-only, for Server Components; opened once a request. */
export const readSession = cache(async (): Promise<LibrarySession> => {
  const [jar, header] = await Promise.all([cookies(), headers()]);
  const https = isHttps((name) => header.get(name));
  return loadSession(jar.get(cookieName(https))?.value, { now: new Date(), readOnly: true });
});

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
  const context = { https: isHttps((name) => header.get(name)), now: new Date() };
  const session = await loadSession(jar.get(cookieName(context.https))?.value, context);
  const save = () =>
    saveSession(
      session,
      {
        read: (name) => jar.get(name)?.value,
        write: (name, value, attributes) => jar.set(name, value, attributes as Parameters<typeof jar.set>[2]),
      },
      context,
    );
  try {
    const result = await work(session);
    await save();
    return result;
  } catch (error) {
    if (isControlFlow(error)) await save();
    throw error;
  }
}
