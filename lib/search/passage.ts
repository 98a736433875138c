import { indexWords, type Term } from '#db/search/terms';

/** A piece of a text around a word that was looked for. */
export type Passage = { before: string; match: string; after: string };

/** As many letters on each side as a line has room for. */
const around = 48;

/** The first place in a text that has one of the terms; undefined where none has. */
export function passageWith(text: string, terms: readonly Term[]): Passage | undefined {
  const wanted = new Set(terms.flatMap(({ forms }) => forms.flat()));
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}'’-]+/gu)) {
    if (
      !indexWords(word)
        .split(' ')
        .some((part) => wanted.has(part))
    )
      continue;
    const end = index + word.length;
    return { before: cutBefore(text.slice(0, index)), match: word, after: cutBehind(text.slice(end)) };
  }
  return undefined;
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

/** Between words, with dots for what is left out. */
function cutBefore(text: string): string {
  const line = plain(text);
  return line.length <= around ? line : `…${line.slice(-around).replace(/^\S*\s/, '')}`;
}

function cutBehind(text: string): string {
  const line = plain(text);
  return line.length <= around ? line : `${line.slice(0, around).replace(/\s\S*$/, '')}…`;
}
