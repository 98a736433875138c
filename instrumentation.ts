import type { Instrumentation } from 'next';

/** Once a process, before its first page, for `next dev` and `next start`; `server.ts` has done it already. */
export async function register(): Promise<void> {
  // Written so that nothing of it is compiled for the edge.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { bootFromSources } = await import('#lib/boot/boot-from-sources');
    await bootFromSources();
  }
}

/** What a page threw, as one line of the log with the id of its request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('#lib/log');
    log().error(
      {
        request: request.headers['x-request-id'],
        path: request.headers['x-library-path'],
        route: context.routePath,
        error,
      },
      'page failed',
    );
  }
};
