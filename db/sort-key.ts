const letters: Record<string, string> = {
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
};

/** Accents, points and vowel marks that words are written with and without; not the voicing marks of kana. */
const optionalMarks = /(?![\u3099\u309a])(?:(?=\p{M})\p{Script=Inherited}|[\u0591-\u05c7])/gu;

/** Case, accents, width and compatibility forms folded away: `Ærø` and `aero` are one, `हिन्दी` stays as it is. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(optionalMarks, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFC');
}

/** Nothing else than case is to be folded in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are part of it.
const isAscii = (text: string) => /^[\x00-\x7f]*$/.test(text);

/** The words of a text, folded: what is searched, ordered and put into addresses. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const articles: Record<string, RegExp> = {
  en: /^(the|an|a) /,
  es: /^(el|la|los|las|un|una|unos|unas) /,
  pt: /^(o|a|os|as|um|uma|uns|umas) /,
  fr: /^(le|la|les|un|une|des) |^l /,
  it: /^(il|lo|la|i|gli|le|un|uno|una) |^l /,
  de: /^(der|die|das|ein|eine) /,
  ca: /^(el|la|els|les|un|una) |^l /,
};

/** What a list is ordered by: folded, without punctuation or a leading article of the language. */
export function sortKey(text: string, language?: string | null): string {
  const words = wordsOf(text).join(' ');
  const withoutArticle = words.replace(articles[language ?? ''] ?? /(?!)/, '');
  return bounded(withoutArticle || words || text);
}

/** As much of a key as an index takes: PostgreSQL has room for two of them in a row, SQLite would take any. */
export function bounded(key: string): string {
  const cut = key.slice(0, maxKeyLength).replace(halfLetter, '');
  return cut.trimEnd() || cut;
}

const maxKeyLength = 300;

/** What is left of a letter of two units that was cut between them: PostgreSQL does not store it. */
const halfLetter = /[\ud800-\udbff]$/;
