import { UNSPACED } from '#lib/covers/scripts';
import { textWidth } from '#lib/covers/text-width';

export type Unit = { text: string; width: number; gap: number };

export const NO_START =
  /^[、。，．・：；？！）」』】〕〉》’”ー々〜…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?:;)\]}»%]/;
export const NO_END = /[「『（【〔〈《‘“([{«]$/;
const SHORT_WORD =
  /(?<=^| )([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{1,2}) (?=\S{3,10}(?: |$))/gu;
const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** What stays together on a line; a short preposition or article clings to the word after it. */
export function unitsOf(text: string, tracking: number): Unit[] {
  const clinging = text.replace(SHORT_WORD, '$1\u00A0').split(' ');
  const gap = textWidth(' ', tracking);
  return clinging.flatMap((word) =>
    parts(word).map((part, at) => ({
      text: part,
      width: textWidth(part, tracking),
      gap: at === 0 ? gap : 0,
    })),
  );
}

export function joined(line: string, unit: Unit): string {
  return line && unit.gap ? `${line} ${unit.text}` : line + unit.text;
}

function parts(word: string): string[] {
  return UNSPACED.test(word) ? phrases(word) : word.split(/(?<=[\p{L}\p{N}][-‐–—/])(?=\p{L})/u);
}

/** Japanese reads best when a particle stays with its noun: hiragana clings to what stands before it. */
function phrases(word: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(word)) {
    const before = found.at(-1) ?? '';
    const particle = /^\p{Script=Hiragana}/u.test(segment) && before.length < 6;
    if (before && (particle || NO_START.test(segment) || NO_END.test(before)))
      found.splice(-1, 1, before + segment);
    else found.push(segment);
  }
  return found;
}
