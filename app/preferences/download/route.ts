import { readSession, readSessionEnd } from '#lib/visitor/session';

/** Everything that is remembered about this browser, as it is stored. */
export async function GET(): Promise<Response> {
  const session = await readSession();
  const ends = await readSessionEnd();
  const content = { remembered: Object.fromEntries(session), forgottenOn: ends?.toISOString() ?? null };
  return new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="local-library-remembers.json"',
      'cache-control': 'private, no-store',
    },
  });
}
