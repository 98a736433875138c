import { FULL } from '#lib/covers/scripts';

const PICTURE = /[\p{Extended_Pictographic}\p{RI}]/u;
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  [/\p{Mc}/u, 0.4],
  [/\s/, 0.28],
  [/[ijlfItr.,:;!'’‘|()[\]\-·]/, 0.4],
  [/[mwMW@%&—…ŒœÆæЖШЩЮМФЫжшщюмфы]/, 0.97],
  [FULL, 1],
  [PICTURE, 1.4],
  [/[\uFDF0-\uFDFF]/, 2],
  [/[\p{Script=Arabic}\p{Script=Hebrew}\p{Nd}]/u, 0.57],
  [/\p{Lu}/u, 0.74],
  [/[\p{Script=Latin}\p{Script=Greek}]/u, 0.59],
  [/\p{Script=Cyrillic}/u, 0.62],
  [/\p{Script=Devanagari}/u, 0.7],
  [/\p{Script=Thai}/u, 0.64],
];
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Estimated width in em, a little on the generous side so that any reader's serif fits. */
export function textWidth(text: string, tracking = 0): number {
  return graphemes(text).reduce((sum, one) => sum + graphemeWidth(one) + tracking, 0);
}

export function graphemes(text: string): string[] {
  return Array.from(letters.segment(text), (one) => one.segment);
}

function graphemeWidth(grapheme: string): number {
  const widths = Array.from(grapheme, (char) => WIDTHS.find(([chars]) => chars.test(char))?.[1] ?? 0.85);
  return Math.min(
    widths.reduce((total, width) => total + width, 0),
    PICTURE.test(grapheme) ? 1.4 : 3,
  );
}

export type Measure = { em: number; tracking: number };

export function fits(text: string, { em, tracking }: Measure): boolean {
  return textWidth(text, tracking) <= em;
}
