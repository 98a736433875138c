import {
  type Cloth,
  cloths,
  joint,
  type Pattern,
  patterns,
  stamps,
  tiled,
} from '#lib/covers/cover-ornaments';
import { plainText } from '#lib/covers/plain-text';
import { isRtl } from '#lib/covers/scripts';
import { type Setting, setText } from '#lib/covers/set-text';

export type CoverBook = { id: number; title: string; author: string | null; language: string | null };

export type DrawLine = (line: { text: string; y: number; size: number; spacing: number }) => string;

/**
 * A cloth binding for a book without a picture; it comes from the id, so a corrected title keeps it. Its words are
 * text in the reader's own fonts, unless `draw` makes something else of them.
 */
export function coverSvg(book: CoverBook, draw: DrawLine = textLine): string {
  const title = plainText(book.title) || '—';
  const rtl = isRtl(title, book.language);
  const locale = localeOf(book.language);
  const words = { title, rtl, author: capitals(plainText(book.author ?? ''), locale), draw };
  const cloth = pick(cloths, hash(`cloth ${book.id}`));
  const art = bind(words, cloth, hash(`ornament ${book.id}`));
  const lang = locale ? ` lang="${locale}" xml:lang="${locale}"` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 360" role="img"${lang}>` +
    `<title>${escapeXml(title)}</title><path fill="${cloth.cloth}" d="M0 0h240v360H0z"/>` +
    `<g transform="translate(${rtl ? 114 : 126} 0)">${art}</g>${joint(rtl)}</svg>`
  );
}

/** Changes whenever the picture would: for addresses that may be cached for ever. */
export function coverVersion(book: CoverBook): string {
  const shape = JSON.stringify([FORMAT, book.id, book.title, book.author, book.language]);
  return hash(shape).toString(16).padStart(8, '0');
}

type Words = { title: string; rtl: boolean; author: string; draw: DrawLine };
type Zone = { top: number; bottom: number; width: number };

const FORMAT = 1;
const FONTS = "Literata, 'Source Serif 4', Georgia, 'Noto Serif', serif";
const TITLE_SIZES = [42, 36, 32, 28, 25, 22, 19, 17];
const CAPITAL_SIZES = [11.5, 10.5, 9.5];
const AUTHOR_SIZES = [14, 12.5, 11];

function bind(words: Words, cloth: Cloth, seed: number): string {
  if (seed % 5 < 2) return stamped(words, cloth, pick(stamps, seed >>> 8));
  const pattern = pick(patterns, seed >>> 8);
  return seed % 5 < 4 ? labelled(words, cloth, pattern) : banded(words, cloth, pattern);
}

function stamped(words: Words, { ink }: Cloth, stamp: string): string {
  return (
    `<g fill="none" stroke="${ink}" stroke-width="1.3"><path d="M-101 12H101V348H-101z"/>` +
    `<path stroke-width=".6" d="M-97 16H97V344H-97z"/><g transform="translate(0 247) scale(1.12)">${stamp}</g></g>` +
    titleText(words, ink, { top: 32, bottom: 196, width: 172 }) +
    authorText(words, ink, { top: 296, bottom: 334, width: 172 })
  );
}

function labelled(words: Words, { cloth, ink }: Cloth, pattern: Pattern): string {
  const width = 154;
  const title = setTitle(words.title, { top: 0, bottom: 150, width });
  const authorTall = words.author ? heightOf(setAuthor(words.author, width)) + 14 : 0;
  const bottom = 64 + Math.max(heightOf(title), 72 - authorTall);
  const foot = Math.round(bottom + authorTall + 18);
  return (
    tiled(pattern, ink, 0) +
    `<g fill="${cloth}" stroke="${ink}"><path stroke-width="1.3" d="M-90 46H90V${foot}H-90z"/>` +
    `<path stroke-width=".6" d="M-86 50H86V${foot - 4}H-86z"/></g>` +
    titleText(words, ink, { top: 64, bottom, width }, title) +
    authorText(words, ink, { top: bottom + 14, bottom: bottom + authorTall, width })
  );
}

function banded(words: Words, { ink }: Cloth, pattern: Pattern): string {
  return (
    `${tiled(pattern, ink, 238)}<path stroke="${ink}" stroke-width="3" d="M-126 236H126"/>` +
    titleText(words, ink, { top: 26, bottom: 178, width: 180 }) +
    authorText(words, ink, { top: 186, bottom: 226, width: 180 })
  );
}

function setTitle(title: string, { top, bottom, width }: Zone): Setting {
  return setText(title, { width, height: bottom - top, sizes: TITLE_SIZES, rows: 5, tracking: 0 });
}

function setAuthor(author: string, width: number): Setting {
  const tracking = trackingOf(author);
  const sizes = tracking ? CAPITAL_SIZES : AUTHOR_SIZES;
  return setText(author, { width, height: 42, sizes, rows: 2, tracking });
}

function titleText(words: Words, ink: string, zone: Zone, setting = setTitle(words.title, zone)): string {
  return textLines(setting, zone, { ink, rtl: words.rtl, tracking: 0, draw: words.draw });
}

function authorText({ author, draw }: Words, ink: string, zone: Zone): string {
  if (!author) return '';
  const setting = setAuthor(author, zone.width);
  return textLines(setting, zone, { ink, rtl: isRtl(author, null), tracking: trackingOf(author), draw });
}

function capitals(author: string, locale: string | null): string {
  return CASED.test(author) ? author.toLocaleUpperCase(locale ?? 'en') : author;
}

type Manner = { ink: string; rtl: boolean; tracking: number; draw: DrawLine };

function textLines({ size, leading, lines }: Setting, zone: Zone, manner: Manner): string {
  const { ink, rtl, tracking, draw } = manner;
  const step = size * leading;
  const first = (zone.top + zone.bottom - lines.length * step) / 2 + step / 2 + size * 0.34;
  const spacing = round(tracking * size);
  const rows = lines.map((text, at) => draw({ text, y: round(first + at * step), size, spacing }));
  const tracked = spacing ? ` letter-spacing="${spacing}"` : '';
  return (
    `<g font-family="${FONTS}" font-size="${size}" text-anchor="middle" fill="${ink}"${tracked}` +
    `${rtl ? ' direction="rtl"' : ''}>${rows.join('')}</g>`
  );
}

function textLine({ text, y }: { text: string; y: number }): string {
  return `<text y="${y}">${escapeXml(text)}</text>`;
}

const CASED =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

function trackingOf(text: string): number {
  return CASED.test(text) ? 0.1 : 0;
}

function heightOf({ size, leading, lines }: Setting): number {
  return size * leading * lines.length;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function localeOf(code: string | null): string | null {
  return code && /^[a-z]{2,3}$/.test(code) ? (Intl.getCanonicalLocales(code)[0] ?? null) : null;
}

function pick<T>(items: readonly [T, ...T[]], seed: number): T {
  return items[seed % items.length] ?? items[0];
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
