/** Letters that one and the same word is written with in several ways, whatever Unicode thinks of them. */
const spellings: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  // Arabic letters, also as Persian and Urdu keyboards write them.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۃ: 'ه',
  ـ: '',
  // What NFKD leaves of the letters with a mark that was taken off, in the scripts that no one writes them for.
  ё: 'е',
};

/** Accents, points and vowel marks that words are written with and without; not the voicing marks of kana. */
const optionalMarks = /(?![\u3099\u309a])(?:(?=\p{M})\p{Script=Inherited}|[\u0591-\u05c7])/gu;

/**
 * What nobody types: ʻayn, hamza, the soft sign and the apostrophe among the letters of a word, what has no width, the
 * sign of a trade mark.
 */
const unwritten = /\u034f|[\u00ad\u061c\u02b9-\u02bf\u02c8\u02ee\u200b-\u200f\u2060-\u2064\ufeff™℠®©]/gu;

/** `13¾` is a number and a fraction. */
const fractionBehindNumber = /(?<=\p{Nd})(?=[¼-¾⅐-⅞↉])/gu;

/**
 * Case, accents, width, compatibility forms, digits of other scripts and what keyboards write in two ways folded away: `Ærø`
 * and `aero` are one, `हिन्दी` stays as it is. Every word that is searched, sorted by or put into an address has gone
 * through it.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .replace(fractionBehindNumber, ' ')
    .replace(unwritten, '')
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .replace(unwritten, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(foldedByTable, asFolded)
    .normalize('NFC');
}

/** Nothing else than case is to be folded in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are part of it.
const isAscii = (text: string) => /^[\x00-\x7f]*$/.test(text);

const foldedByTable = /[ßæœøđðþłħıςёـ]|\p{Script=Arabic}|\p{Nd}/gu;

const asFolded = (letter: string): string => spellings[letter] ?? digitOf(letter) ?? letter;

const isDigit = /^\p{Nd}$/u;

/** Digits stand ten by ten in every script, the zero first. */
function digitOf(letter: string): string | undefined {
  if (!isDigit.test(letter)) return undefined;
  const code = letter.codePointAt(0) ?? 0;
  let before = 0;
  while (isDigit.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}
