import { evenLines } from '#lib/covers/even-lines';
import { fill, shorten } from '#lib/covers/full-lines';
import { unitsOf } from '#lib/covers/line-breaks';
import { FULL, TALL } from '#lib/covers/scripts';
import type { Measure } from '#lib/covers/text-width';

export type Box = { width: number; height: number; sizes: readonly number[]; rows: number; tracking: number };
export type Setting = { size: number; leading: number; lines: string[] };

/** Sets a text in the largest size that fits the box; only the smallest size breaks words or ends in an ellipsis. */
export function setText(text: string, box: Box): Setting {
  const leading = leadingOf(text);
  const rowsAt = (size: number) => Math.max(1, Math.min(box.rows, Math.floor(box.height / (size * leading))));
  const measureAt = (size: number): Measure => ({ em: box.width / size, tracking: box.tracking });
  const units = unitsOf(text.slice(0, 600).toWellFormed(), box.tracking);
  for (const size of box.sizes) {
    const lines = evenLines(units, rowsAt(size), box.width / size);
    if (lines) return { size, leading, lines };
  }
  const size = Math.min(...box.sizes);
  return { size, leading, lines: shorten(fill(units, measureAt(size)), rowsAt(size), measureAt(size)) };
}

function leadingOf(text: string): number {
  if (TALL.test(text)) return 1.45;
  return FULL.test(text) ? 1.3 : 1.18;
}
