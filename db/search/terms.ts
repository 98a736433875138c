import { numberAt } from '#db/search/numbers';
import { foldWords, signWord } from '#db/text/words';

/**
 * One thing that was typed, in every way it may stand in the index: each form is the words that together say it. The first
 * is as it was typed.
 */
export type Term = { forms: readonly (readonly string[])[] };

export const typedWords = (terms: readonly Term[]): string[] => terms.flatMap(({ forms }) => forms[0] ?? []);

/** Scripts that put no spaces between words. */
const unspacedLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;
const unspaced = new RegExp(`${unspacedLetter.source}+`, 'u');
export const isUnspaced = (word: string): boolean => unspacedLetter.test(word);
const piece = new RegExp(`${unspaced.source}|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** One word as it is found by: itself, or every two neighbours of a script without spaces. */
function found(word: string): string[] {
  return (word.match(piece) ?? []).flatMap((part) => {
    const letters = unspaced.test(part) ? [...part] : [];
    if (letters.length < 2) return [part];
    return letters.slice(1).map((letter, before) => `${letters[before]}${letter}`);
  });
}

/** The last character of such a script begins no pair: without it, it would be found by nothing. */
const lastCharacters = (folded: string): string[] =>
  (folded.match(parts) ?? []).flatMap((word) =>
    (word.match(new RegExp(unspaced.source, 'gu')) ?? []).map((run) => [...run].at(-1) ?? ''),
  );

const part = '[\\p{L}\\p{N}\\p{M}]+';
const alone = '(?<![\\p{L}\\p{N}\\p{M}])';
const end = '(?![\\p{L}\\p{N}\\p{M}])';

/**
 * What is written as one and as several words: `J. R. R.`, `20,000`, `O’Brien`, `Saint-Exupéry`, `AC/DC`, `col·lecció`, and
 * every word that is only a word.
 */
const chunk = new RegExp(
  [
    `${alone}\\p{L}(?:\\.\\s?\\p{L})+${end}`,
    `${alone}\\d{1,3}(?:[,.'’]\\d{3})+${end}`,
    `${part}(?:['’‘\`´\\-‐‑–/·׳״=&]${part})*`,
  ].join('|'),
  'gu',
);

/** `村上 春樹` is also found as `村上春樹`. */
const spaced = new RegExp(
  `(?<!${unspacedLetter.source})${unspaced.source}(?:[\\s・·=]+${unspaced.source})+`,
  'gu',
);

const parts = new RegExp(part, 'gu');

function formsOf(written: string): string[][] {
  const words = written.match(parts) ?? [];
  const whole = words.length > 1 ? [found(words.join(''))] : [];
  return [words.flatMap(found), ...whole];
}

const chunksOf = (text: string): string[][][] => (foldWords(text).match(chunk) ?? []).map(formsOf);

/** In German *ü* is also written *ue*, in Danish *å* also *aa*. */
const twoLetters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', æ: 'ae' };
const hasTwoLetters = /[äöüøåæ]/iu;

function spelledOut(text: string): string | undefined {
  const composed = text.normalize('NFC');
  if (!hasTwoLetters.test(composed)) return undefined;
  return composed.replace(/[äöüøåæ]/giu, (letter) => twoLetters[letter.toLowerCase()] ?? letter);
}

const differs = (a: readonly string[] = [], b: readonly string[] = []) => a.join(' ') !== b.join(' ');

/** The forms of every chunk, with those of another spelling behind its own. */
function spelledChunks(text: string): string[][][] {
  const chunks = chunksOf(text);
  const spelled = spelledOut(text);
  const others = spelled === undefined ? [] : chunksOf(spelled);
  return chunks.map((forms, place) => [
    ...forms,
    ...(others[place] ?? []).filter((form, nth) => differs(form, forms[nth])),
  ]);
}

/** What a person typed: its terms, in their order. */
export function queryTerms(text: string): Term[] {
  const chunks = spelledChunks(text);
  if (chunks.length > 0) return withNumbers(chunks);
  const signs = signWord(text);
  return signs ? [{ forms: [[signs]] }] : [];
}

/** Chunks that are one number become one term, which is found in every way that number is written. */
function withNumbers(chunks: string[][][]): Term[] {
  const words = chunks.map(([typed = []]) => typed);
  const terms: Term[] = [];
  for (let place = 0; place < chunks.length; ) {
    const number = numberAt(words.slice(place).flat(), 0);
    const taken = number ? chunksWithin(words.slice(place), number.length) : 0;
    if (!number || taken === 0) {
      terms.push({ forms: chunks[place] ?? [] });
      place++;
      continue;
    }
    const own = taken === 1 ? (chunks[place] ?? []) : [words.slice(place, place + taken).flat()];
    terms.push({
      forms: [...own, ...number.forms.filter((form) => own.every((other) => differs(other, form)))],
    });
    place += taken;
  }
  return terms;
}

/** How many chunks have just so many words; none where a number would end within one. */
function chunksWithin(chunks: string[][], length: number): number {
  let words = 0;
  for (const [place, chunk] of chunks.entries()) {
    words += chunk.length;
    if (words >= length) return words === length ? place + 1 : 0;
  }
  return 0;
}

/** The words of what a person types, in their order, as the index knows them. */
export function queryWords(text: string): string[] {
  const words = chunksOf(text).flatMap(([typed = []]) => typed);
  const signs = words.length === 0 ? signWord(text) : undefined;
  return signs ? [signs] : words;
}

/** In letters; a longer word is in no index. */
export const maxWordLength = 60;

/** Of one text; PostgreSQL has no room for a book of some ten thousand. */
const maxWords = 1000;

/** All words that texts are found by, each once, and not more than an index takes. */
export function indexWords(...texts: (string | null | undefined)[]): string {
  const words = texts.flatMap((text) => (text ? wordsToFind(text) : []));
  const indexed = [...new Set(words)].filter((word) => word.length <= maxWordLength);
  return indexed.slice(0, maxWords).join(' ');
}

function wordsToFind(text: string): string[] {
  const words = spelledChunks(text).flat(2);
  if (words.length === 0) return queryWords(text);
  const folded = foldWords(text);
  const joined = (folded.match(spaced) ?? []).flatMap((apart) => found(apart.match(parts)?.join('') ?? ''));
  const ands = /&/.test(folded) ? ['and', 'und', 'y', 'e', 'et'] : [];
  return [...words, ...joined, ...lastCharacters(folded), ...ands];
}
