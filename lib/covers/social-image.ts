import sharp from 'sharp';
import { type CoverBook, coverSvg, type DrawLine } from '#lib/covers/cover';
import { glyphOutlines } from '#lib/covers/glyph-outlines';
import { plainText } from '#lib/covers/plain-text';
import { setText } from '#lib/covers/set-text';

const [width, height] = [1200, 630];
const paper = '#f6f1e7';
const ink = '#33291f';
const quiet = '#6b5d4d';
const cover = { top: 36, scale: 1.55, width: 372 };
const column = { left: 520, width: 610 };

export async function socialImagePng(book: CoverBook, library: string): Promise<Buffer> {
  // A palette would halve the file and take five times as long.
  return sharp(Buffer.from(socialImageSvg(book, library)))
    .png({ compressionLevel: 3 })
    .toBuffer();
}

/** A drawing without any text in it. Where our typeface lacks the script of the title, the cover stands alone, blank. */
export function socialImageSvg(book: CoverBook, library: string): string {
  const beside = columnOf(book, library);
  const left = beside ? 84 : (width - cover.width) / 2;
  const binding = beside ? coverSvg(book, outlinedLine) : coverSvg(book, () => '');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<path fill="${paper}" d="M0 0h${width}v${height}H0z"/>` +
    `<path fill="#000" fill-opacity=".16" d="M${left + 6} ${cover.top + 8}h${cover.width}v558h-${cover.width}z"/>` +
    `<svg x="${left}" y="${cover.top}" width="${cover.width}" height="558" viewBox="0 0 240 360">${inside(binding)}</svg>` +
    `${beside ?? ''}</svg>`
  );
}

const inside = (svg: string) => svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');

const outlinedLine: DrawLine = ({ text, y, size, spacing }) => {
  const line = glyphOutlines(text, size, spacing);
  return line ? `<g transform="translate(${-line.width / 2} ${y})">${line.paths}</g>` : '';
};

type Block = { text: string; sizes: number[]; rows: number; fill: string };

function columnOf(book: CoverBook, library: string): string | undefined {
  const title = setBlock({
    text: plainText(book.title) || '—',
    sizes: [84, 72, 62, 54, 46, 40],
    rows: 5,
    fill: ink,
  });
  if (!title) return undefined;
  const author = setBlock({ text: plainText(book.author ?? ''), sizes: [36, 32, 28], rows: 2, fill: quiet });
  const sign = setBlock({ text: plainText(library), sizes: [26], rows: 1, fill: quiet });
  const tall = title.tall + (author ? author.tall + 24 : 0);
  const top = Math.max(48, (height - 90 - tall) / 2);
  return (
    placed(title.paths, top) +
    (author ? placed(author.paths, top + title.tall + 24) : '') +
    (sign ? placed(sign.paths, height - 36 - sign.tall) : '')
  );
}

const placed = (paths: string, top: number) => `<g transform="translate(${column.left} ${top})">${paths}</g>`;

function setBlock({ text, sizes, rows, fill }: Block): { tall: number; paths: string } | undefined {
  const { size, leading, lines } = setText(text, {
    width: column.width,
    height: 400,
    sizes,
    rows,
    tracking: 0,
  });
  const drawn = lines.map((line) => glyphOutlines(line, size)?.paths);
  if (!text || drawn.includes(undefined)) return undefined;
  const step = size * leading;
  const paths = drawn.map((line, at) => `<g transform="translate(0 ${at * step + size})">${line}</g>`);
  return { tall: step * lines.length, paths: `<g fill="${fill}">${paths.join('')}</g>` };
}
