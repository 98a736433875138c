import traditional from 'opencc-js/dict/TSCharacters';

let simple: Map<string, string> | undefined;

/** Traditional characters by the simplified one, from the table of OpenCC; where it knows several, the first. */
function simplified(): Map<string, string> {
  simple ??= new Map(
    traditional.split('|').map((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to] as const;
    }),
  );
  return simple;
}

/** Katakana stand in Unicode in the order of hiragana, so much behind them. */
const behindHiragana = 0x60;
const hasHiragana = /[ァ-ヶ]/u;

const character = (letter: string): string =>
  hasHiragana.test(letter)
    ? String.fromCodePoint((letter.codePointAt(0) ?? 0) - behindHiragana)
    : (simplified().get(letter) ?? letter);

/**
 * Traditional and simplified Chinese, katakana and hiragana as one. Two readers write the same word with either: lists and
 * searches know it as one, an address keeps what the title has.
 */
export const asOneCharacter = (folded: string): string =>
  folded.replace(/[\p{Script=Han}ァ-ヶ]/gu, character);
