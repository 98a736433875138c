/** Articles that a title may begin with, by the primary subtag of its language. */
const articles: Record<string, string> = {
  en: 'the|an|a',
  es: 'el|la|los|las|lo|un|una|unos|unas',
  pt: 'o|a|os|as|um|uma|uns|umas',
  gl: 'o|a|os|as|un|unha|uns|unhas',
  fr: 'le|la|les|un|une|des',
  it: 'il|lo|la|i|gli|le|un|uno|una',
  ca: 'el|la|els|les|lo|los|un|una|uns|unes',
  oc: 'lo|la|los|las|un|una',
  de: 'der|die|das|ein|eine|einer|eines',
  nl: 'de|het|een|t',
  af: 'die|n',
  sv: 'en|ett|den|det|de',
  da: 'en|et|den|det|de',
  no: 'en|ei|et|den|det|de',
  nb: 'en|ei|et|den|det|de',
  nn: 'ein|ei|eit|den|det|dei',
  is: 'hinn|hin|hid',
  hu: 'a|az|egy',
  ga: 'an|na',
  gd: 'an|na',
  cy: 'y|yr',
  eo: 'la',
  ro: 'un|o|niste',
  el: 'ο|η|το|οι|τα|ενας|μια|ενα',
  ar: 'al|el',
  yi: 'der|di|dos|a|an',
};

/** What stands between an article and its word: `l’étranger`, `al-ayyam`. */
const elided = 'l|d|un|dell|gl|al|el|n|t';

const ofLanguage = new Map(
  Object.entries(articles).map(([language, words]) => [language, leading(words, language === 'ar')]),
);
const ofAny = leading([...new Set(Object.values(articles).flatMap((words) => words.split('|')))].join('|'));

function leading(words: string, hyphened = false): RegExp {
  const behind = hyphened ? '(?:\\s+|-)' : '\\s+';
  return new RegExp(
    `^[^\\p{L}\\p{N}]*(?:(?:${words})${behind}|(?:${elided})['’ʼ\`´])(?=[^\\s]*[\\p{L}\\p{N}])`,
    'u',
  );
}

/**
 * A folded title without its article. One is an article only where a word follows it at once: *A.I. Superpowers* keeps
 * its A, *The* is a title. Of an unknown language every article counts, where `guess` says so.
 */
export function withoutArticle(folded: string, language: string | null | undefined, guess = false): string {
  const article =
    ofLanguage.get((language ?? '').toLowerCase().split('-')[0] ?? '') ?? (guess ? ofAny : undefined);
  return article ? folded.replace(article, '') : folded;
}
