import { notFoundAnswer } from '#lib/share/fresh-answer';
import { isFilled, sitemapOfPages, sitemapPart, writeSitemapPart } from '#lib/share/sitemap';
import { streamed } from '#lib/share/streamed';
import { site } from '../../_ui/site';

const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' };

/** A part of the sitemap, sent as it is read. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  if (file === 'pages.xml') return new Response(sitemapOfPages(await site()), { headers });
  const part = sitemapPart(file);
  if (!part || !(await isFilled(part))) return notFoundAnswer();
  return new Response(streamed(writeSitemapPart(await site(), part)), { headers });
}
