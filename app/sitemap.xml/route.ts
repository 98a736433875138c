import { sitemapIndex } from '#lib/publishing/feeds/sitemap';
import { site } from '../_publishing/site';

/** The index of all addresses that search engines may know. */
export async function GET(): Promise<Response> {
  return new Response(await sitemapIndex(await site()), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
