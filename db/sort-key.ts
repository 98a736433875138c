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

/** Case, accents, width and compatibility forms folded away: `Ærø` and `aero` are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħı]/g, (letter) => letters[letter] ?? letter);
}

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
  const words = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const withoutArticle = words.replace(articles[language ?? ''] ?? /(?!)/, '');
  return withoutArticle || words || text;
}
