import { notFoundResponse } from '#lib/http/conditional-response';
import { streamed } from '#lib/http/streamed';
import { isFilled, sitemapOfPages, sitemapPart, writeSitemapPart } from '#lib/publishing/feeds/sitemap';
import { site } from '../../_publishing/site';

const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' };

/** A part of the sitemap, sent as it is read. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  if (file === 'pages.xml') return new Response(sitemapOfPages(await site()), { headers });
  const part = sitemapPart(file);
  if (!part || !(await isFilled(part))) return notFoundResponse();
  return new Response(streamed(writeSitemapPart(await site(), part)), { headers });
}
