import { authorPath, bookPath, genrePath } from '#lib/catalog/address';
import {
  filledParts,
  type ListedRecord,
  type RecordKind,
  recordKinds,
  recordsBetween,
} from '#lib/catalog/sitemap-queries';
import { utcDayOf } from '#lib/clock';
import { around, declaration, element, escapeXml } from '#lib/publishing/feeds/xml';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** What the protocol allows in one file. */
const mostAddresses = 50_000;
const atOnce = 1_000;
const highestId = 2_147_483_647;
const pages = ['/', '/books', '/authors', '/genres'];

/** The index: one part for the pages that are always there, and one for every 50,000 ids that are in use. */
export async function sitemapIndex(site: string): Promise<string> {
  const parts = ['pages'];
  for (const kind of recordKinds)
    parts.push(...(await filledParts(kind, mostAddresses)).map((part) => `${kind}-${part}`));
  const listed = parts.map(
    (part) => `<sitemap>${element('loc', {}, `${site}/sitemap/${part}.xml`)}</sitemap>`,
  );
  return `${declaration}${around('sitemapindex', { xmlns: namespace }, listed)}\n`;
}

type Part = { kind: RecordKind; first: number; last: number };

/** `books-3.xml`: the ids from 100,001 to 150,000; undefined for a name that no part has. */
export function sitemapPart(file: string): Part | undefined {
  const [, name, number] = /^([a-z]+)-([1-9]\d{0,4})\.xml$/.exec(file) ?? [];
  const kind = recordKinds.find((known) => known === name);
  const last = Number(number) * mostAddresses;
  const first = last - mostAddresses + 1;
  return kind && first <= highestId ? { kind, first, last: Math.min(last, highestId) } : undefined;
}

export const sitemapOfPages = (site: string): string =>
  `${declaration}${around(
    'urlset',
    { xmlns: namespace },
    pages.map((page) => `<url>${element('loc', {}, site + page)}</url>`),
  )}\n`;

/** The protocol knows no part without an address. */
export const isFilled = async ({ kind, first, last }: Part): Promise<boolean> =>
  (await recordsBetween(kind, first - 1, last, 1)).length === 1;

/** A part, piece by piece: a thousand records are in memory, however many there are. */
export async function* writeSitemapPart(site: string, { kind, first, last }: Part): AsyncGenerator<string> {
  yield `${declaration}<urlset xmlns="${namespace}">\n`;
  let after = first - 1;
  for (;;) {
    const records = await recordsBetween(kind, after, last, atOnce);
    yield records.map((record) => url(site, kind, record)).join('');
    const furthest = records.at(-1);
    if (!furthest || records.length < atOnce) break;
    after = furthest.id;
  }
  yield '</urlset>\n';
}

const paths: Record<RecordKind, (record: ListedRecord) => string> = {
  books: ({ id, label }) => bookPath({ id, title: label }),
  authors: ({ id, label }) => authorPath({ id, name: label }),
  genres: ({ id, label }) => genrePath({ id, name: label }),
};

function url(site: string, kind: RecordKind, record: ListedRecord): string {
  const modified = record.addedAt ? `<lastmod>${utcDayOf(record.addedAt)}</lastmod>` : '';
  return `<url><loc>${escapeXml(site + paths[kind](record))}</loc>${modified}</url>\n`;
}
