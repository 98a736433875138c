import type { Instrumentation } from 'next';
import { log } from '#lib/log';

/** What a page threw, as one line of the log with the id of its request. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  log().error(
    {
      request: request.headers['x-request-id'],
      path: request.path.split('?')[0],
      route: context.routePath,
      error: error instanceof Error ? error.stack : String(error),
    },
    'page failed',
  );
};
