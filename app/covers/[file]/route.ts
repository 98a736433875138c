import { coverBook } from '#lib/catalog/book-queries';
import { type CoverBook, coverSvg, coverVersion } from '#lib/catalog/cover';
import { coverOf, coverPath } from '#lib/catalog/cover-address';
import { translator } from '#lib/i18n/translator';
import { drawnOnce } from '#lib/share/drawn-once';
import { notFoundAnswer } from '#lib/share/fresh-answer';
import { picturePng } from '#lib/share/picture';
import { pictureOf, picturePath } from '#lib/share/picture-address';

// Kept by everybody, so it cannot depend on who asks.
const t = translator('en');

/**
 * The generated cover of a book, or its picture for other sites, at the one address of what it shows now. From any
 * other version one is led there before anything is drawn.
 */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const drawing = drawings.find(({ bookOf }) => bookOf(file));
  const id = drawing?.bookOf(file);
  const book = id && (await coverBook(id));
  if (!drawing || !book) return notFoundAnswer();
  const address = drawing.path({ id: book.id, cover: coverVersion(book) });
  if (address !== `/covers/${file}`) return leadTo(address);
  return new Response(await drawing.draw(book, address), {
    headers: { ...kept, 'content-type': drawing.type },
  });
}

type Drawing = {
  type: string;
  bookOf: (file: string) => number | undefined;
  path: (book: { id: number; cover: string }) => string;
  draw: (book: CoverBook, address: string) => Promise<string | Uint8Array<ArrayBuffer>>;
};

const once = drawnOnce<Buffer>();

const drawings: Drawing[] = [
  {
    type: 'image/svg+xml; charset=utf-8',
    bookOf: coverOf,
    path: coverPath,
    draw: async (book) => coverSvg(book),
  },
  {
    type: 'image/png',
    bookOf: pictureOf,
    path: picturePath,
    draw: async (book, address) =>
      new Uint8Array(await once(address, () => picturePng(book, t('library.name')))),
  },
];

const kept = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; style-src 'none'; sandbox",
};

/** Not to be kept: a title that changes and changes back would lead in circles. */
const leadTo = (location: string) =>
  new Response(null, { status: 308, headers: { location, 'cache-control': 'no-store' } });
