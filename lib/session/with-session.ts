import type { OpenedSession } from '#lib/session/open-session';
import { type Cookies, saveSession } from '#lib/session/save-session';
import type { Session } from '#lib/session/session';
import { SessionNotStoredError } from '#lib/session/session-errors';

type Fields = Record<string, unknown>;

type Context = { https: boolean; now: Date; isControlFlow: (error: unknown) => boolean };

/**
 * Runs `work` and saves the session once, at the end: also when it leaves by what the framework throws to redirect
 * (`isControlFlow`), but not when it fails, nor when it returns an answer of 500 or above. An answer that says nothing of
 * caches gets `private, no-store`. Throws `SessionNotStoredError` where the store does not answer, and, with nothing
 * saved, `SessionValueError` for a change inside a value that does not fit.
 */
export async function workWithSession<Values extends Fields, Result>(
  opened: OpenedSession<Values>,
  cookies: Cookies,
  { isControlFlow, ...context }: Context,
  work: (session: Session<Values>) => Promise<Result>,
): Promise<Result> {
  const save = async () => {
    const refused = opened.session.refuse();
    if (refused) throw refused;
    if (!(await saveSession(opened, cookies, context))) throw new SessionNotStoredError();
  };
  let result: Result;
  try {
    result = await work(opened.session);
  } catch (error) {
    if (isControlFlow(error)) await save();
    throw error;
  }
  if (!(result instanceof Response && result.status >= 500)) await save();
  return opened.session.accessed ? withoutCaching(result) : result;
}

function withoutCaching<Result>(result: Result): Result {
  if (!(result instanceof Response)) return result;
  const response = new Response(result.body, result);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  response.headers.append('vary', 'Cookie');
  return response as Result;
}
