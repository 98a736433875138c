import { robots } from '#lib/publishing/feeds/robots';
import { site } from '../_publishing/site';

export async function GET(): Promise<Response> {
  return new Response(robots(await site()), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
