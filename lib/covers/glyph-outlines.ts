import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';

const subsets = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const folder = 'node_modules/@fontsource-variable/literata/files';
const unit = 1000;

let opened: Font[] | undefined;

/** The typeface of the pages, which the package keeps in one file a script. */
function fonts(): Font[] {
  opened ??= subsets.map((subset) => {
    const font = openSync(join(process.cwd(), folder, `literata-${subset}-wght-normal.woff2`));
    if (font.type !== 'WOFF2') throw new Error(`${subset} is not the font that was expected.`);
    return font as unknown as Font;
  });
  return opened;
}

export type GlyphOutlines = { width: number; paths: string };

/**
 * The letters of a line as drawings, from its left end at 0,0, so that a picture needs no font of the machine it is made
 * on; undefined where our typeface lacks one of them.
 */
export function glyphOutlines(line: string, size: number, spacing = 0): GlyphOutlines | undefined {
  const runs = runsOf(line.normalize('NFC').replace(/\p{Cf}/gu, ''));
  if (!runs) return undefined;
  const scale = size / unit;
  let x = 0;
  let paths = '';
  for (const { font, text } of runs) {
    const { glyphs, positions } = font.layout(text);
    for (const [at, glyph] of glyphs.entries()) {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[at] ?? {};
      paths += drawn(glyph.path.toSVG(), x + xOffset * scale, -yOffset * scale, scale);
      x += xAdvance * scale + spacing;
    }
  }
  return { width: x - spacing, paths };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

const drawn = (shape: string, x: number, y: number, scale: number) =>
  shape && `<path transform="translate(${round(x)} ${round(y)}) scale(${scale} ${-scale})" d="${shape}"/>`;

type Run = { font: Font; text: string };

/** A line cut where another file of the typeface has to take over; undefined where none has the letter. */
function runsOf(text: string): Run[] | undefined {
  const runs: Run[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const font = [...(last ? [last.font] : []), ...fonts()].find((one) => one.hasGlyphForCodePoint(code));
    if (!font) return undefined;
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}
