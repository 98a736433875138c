import { foldWords } from '#db/text/words';

/** A piece of a text, and whether it is what was typed. */
export type Part = [text: string, typed: boolean];

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** A text in pieces: the beginnings of its words that were typed, and what is between them. */
export function typedParts(text: string, typed: readonly string[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: whole, index } of text.matchAll(word)) {
    const length = typedLength(whole, typed);
    if (length === 0) continue;
    if (index > end) parts.push([text.slice(end, index), false]);
    parts.push([text.slice(index, index + length), true]);
    end = index + length;
  }
  return end < text.length ? [...parts, [text.slice(end), false]] : parts;
}

/** So much of the word was typed; all of it, where its letters are not one by one those that were. */
function typedLength(whole: string, typed: readonly string[]): number {
  const folded = foldWords(whole);
  const length = Math.max(0, ...typed.filter((each) => folded.startsWith(each)).map((each) => each.length));
  return length > 0 && folded.length !== whole.length ? whole.length : length;
}

export const hasTyped = (text: string, typed: readonly string[]): boolean =>
  typedParts(text, typed).some(([, isTyped]) => isTyped);
