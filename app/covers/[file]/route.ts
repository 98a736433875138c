import { coverBook } from '#lib/catalog/books/book-queries';
import { type CoverBook, coverSvg, coverVersion } from '#lib/covers/cover';
import { coverOf, coverPath } from '#lib/covers/cover-address';
import { singleFlight } from '#lib/covers/single-flight';
import { socialImagePng } from '#lib/covers/social-image';
import { socialImageBook, socialImagePath } from '#lib/covers/social-image-address';
import { notFoundResponse } from '#lib/http/conditional-response';
import { translator } from '#lib/i18n/translator';

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
  if (!drawing || !book) return notFoundResponse();
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

const once = singleFlight<Buffer>();

const drawings: Drawing[] = [
  {
    type: 'image/svg+xml; charset=utf-8',
    bookOf: coverOf,
    path: coverPath,
    draw: async (book) => coverSvg(book),
  },
  {
    type: 'image/png',
    bookOf: socialImageBook,
    path: socialImagePath,
    draw: async (book, address) =>
      new Uint8Array(await once(address, () => socialImagePng(book, t('library.name')))),
  },
];

const kept = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; style-src 'none'; sandbox",
};

/** Not to be kept: a title that changes and changes back would lead in circles. */
const leadTo = (location: string) =>
  new Response(null, { status: 308, headers: { location, 'cache-control': 'no-store' } });
