import { recordId } from '#lib/catalog/address';
import { conditionalResponse, notFoundResponse } from '#lib/http/conditional-response';
import { attachmentOf, downloadOf } from '#lib/publishing/citations/download';
import { findPublishedBook } from '#lib/publishing/published-book-queries';
import { site } from '../../../../../_publishing/site';

type Asked = { params: Promise<{ record: string; file: string }> };

/** The record of a book for a reference manager. */
export async function GET(request: Request, { params }: Asked): Promise<Response> {
  const { record, file } = await params;
  const kind = downloadOf(file);
  const book = kind && (await findPublishedBook(recordId(record), await site()));
  if (!book) return notFoundResponse();
  return conditionalResponse(request, {
    body: kind.write(book),
    headers: {
      'content-type': kind.type,
      'content-disposition': attachmentOf(book, kind.ending),
      'cache-control': 'no-cache',
    },
  });
}
