import { fold } from '#db/text/fold';
import { asOneCharacter } from '#db/text/same-character';

/** `C#` and `C++` are not `C`. */
const namedSigns = [
  [/(?<![\p{L}\p{N}\p{M}])(\p{L})[#♯](?![\p{L}\p{N}])/gu, '$1sharp'],
  [/(?<=[\p{L}\p{N}])\+\+(?!\+)/gu, 'plusplus'],
] as const;

const word = /[\p{L}\p{N}\p{M}]+/gu;

const withNamedSigns = (folded: string): string =>
  namedSigns.reduce((text, [sign, name]) => text.replace(sign, name), folded);

/** Folded, with the signs spelled out that are part of a word. */
export const foldWords = (text: string): string => asOneCharacter(withNamedSigns(fold(text)));

/** The words of a text, folded: what is searched and ordered. */
export const wordsOf = (text: string): string[] => foldWords(text).match(word) ?? [];

/** The words of a text as an address has them: in the characters that the text is written in. */
export const addressWords = (text: string): string[] => withNamedSigns(fold(text)).match(word) ?? [];

/** A text of nothing but signs is a word too: *!!!*, *?*, *+*. */
export function signWord(text: string): string | undefined {
  const signs = [...fold(text)].filter((sign) => /[\p{S}\p{P}]/u.test(sign));
  if (signs.length === 0 || word.test(text)) {
    word.lastIndex = 0;
    return undefined;
  }
  return signs.map((sign) => `sign${sign.codePointAt(0)?.toString(16)}`).join('');
}
