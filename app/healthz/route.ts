import { reachDatabase } from '#lib/catalog/library-queries';
import { settings } from '#lib/env';
import { healthReport } from '#lib/jobs/health';
import { jobs } from '#lib/jobs/registry';
import { log } from '#lib/log';
import { within } from '#lib/within';
import { currentTime } from '../_clock/current-time';

const patienceMs = 2000;

/**
 * For monitors and load balancers: 200 `ok` when the database answers, else 503. With `?full` also how each job stands,
 * and 503 where one needs attention: nothing to take a process out of service for.
 */
export async function GET({ url }: Request): Promise<Response> {
  try {
    await within(reachDatabase(), patienceMs);
    if (!new URL(url).searchParams.has('full')) return answer('ok', 200);
    const { lines, healthy } = await within(
      healthReport(jobs(), { now: currentTime(), zone: settings().TIME_ZONE }),
      patienceMs,
    );
    return answer(lines.join('\n'), healthy ? 200 : 503);
  } catch (error) {
    log().error({ error }, 'the database does not answer');
    return answer('the database does not answer', 503);
  }
}

const answer = (text: string, status: number) =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
