import { coverBook } from '#lib/catalog/book-queries';
import { coverSvg, coverVersion } from '#lib/catalog/cover';
import { coverOf } from '#lib/catalog/cover-address';

const forEver = 'public, max-age=31536000, immutable';

/** The generated cover of a book. An address of an older version answers too, but is not kept. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const asked = coverOf((await params).file);
  const book = asked && (await coverBook(asked.id));
  if (!book) return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain' } });
  return new Response(coverSvg(book), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': coverVersion(book) === asked.version ? forEver : 'no-cache',
      'content-security-policy': "default-src 'none'; style-src 'none'; sandbox",
    },
  });
}
