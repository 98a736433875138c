import { coverBook } from '#lib/catalog/book-queries';
import { type CoverBook, coverSvg, coverVersion } from '#lib/catalog/cover';
import { coverOf } from '#lib/catalog/cover-address';
import { translator } from '#lib/i18n/translator';
import { notFoundAnswer } from '#lib/share/fresh-answer';
import { picturePng } from '#lib/share/picture';
import { pictureOf } from '#lib/share/picture-address';

// Kept by everybody, so it cannot depend on who asks.
const t = translator('en');
const forEver = 'public, max-age=31536000, immutable';

/** The generated cover of a book, or its picture for other sites. An older version answers too, but is not kept. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const cover = coverOf(file);
  const picture = pictureOf(file);
  const id = cover?.id ?? picture?.id;
  const book = id && (await coverBook(id));
  if (!book) return notFoundAnswer();
  const current = coverVersion(book) === (cover?.version ?? picture?.cover);
  return answer(picture ? await pictureFile(book) : coverFile(book), current ? forEver : 'no-cache');
}

type File = { type: string; content: string | Uint8Array<ArrayBuffer> };

const coverFile = (book: CoverBook): File => ({
  type: 'image/svg+xml; charset=utf-8',
  content: coverSvg(book),
});

const pictureFile = async (book: CoverBook): Promise<File> => ({
  type: 'image/png',
  content: new Uint8Array(await picturePng(book, t('library.name'))),
});

const answer = ({ type, content }: File, caching: string) =>
  new Response(content, {
    headers: {
      'content-type': type,
      'cache-control': caching,
      'content-security-policy': "default-src 'none'; style-src 'none'; sandbox",
    },
  });
