import { robots } from '#lib/share/robots';
import { site } from '../_ui/site';

export async function GET(): Promise<Response> {
  return new Response(robots(await site()), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
