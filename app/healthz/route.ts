import { reachDatabase } from '#lib/catalog/library-queries';
import { log } from '#lib/log';
import { within } from '#lib/within';

/** For monitors and load balancers: 200 `ok` when the database answers, else 503. */
export async function GET(): Promise<Response> {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  try {
    await within(reachDatabase(), 2000);
    return new Response('ok\n', { headers });
  } catch (error) {
    log().error({ error: String(error) }, 'the database does not answer');
    return new Response('the database does not answer\n', { status: 503, headers });
  }
}
