import { isbn10Of } from '#db/isbn';
import { bounded, fold, sortKey, wordsOf } from '#db/sort-key';

/** Scripts that put no spaces between words. */
const unspacedLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;
const unspaced = new RegExp(`${unspacedLetter.source}+`, 'u');
export const isUnspaced = (word: string): boolean => unspacedLetter.test(word);
const piece = new RegExp(`${unspaced.source}|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Letters that one and the same word is written with in several ways. */
const spellings: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  ς: 'σ',
  ё: 'е',
};
const spelled = (word: string) => word.replace(/[أإآٱىةـςё]/g, (letter) => spellings[letter] ?? letter);

/** One word as it is found by: itself, or every two neighbours of a script without spaces. */
function found(word: string): string[] {
  return (word.match(piece) ?? []).flatMap((part) => {
    const letters = unspaced.test(part) ? [...part] : [];
    if (letters.length < 2) return [part];
    return letters.slice(1).map((letter, before) => `${letters[before]}${letter}`);
  });
}

/** The words of what a person types, in their order, as the index knows them. */
export const queryWords = (text: string): string[] => wordsOf(spelled(fold(text))).flatMap(found);

/** `O’Brien`, `Saint-Exupéry` and `J. R. R.` are also found as `obrien`, `saintexupery` and `jrr`. */
const joined =
  /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`´\-‐‑–][\p{L}\p{N}\p{M}]+)+|(?<![\p{L}\p{N}\p{M}])\p{L}(?:\.\s?\p{L})+(?![\p{L}\p{N}\p{M}])/gu;

/** `村上 春樹` is also found as `村上春樹`. */
const spaced = new RegExp(
  `(?<!${unspacedLetter.source})${unspaced.source}(?:[\\s・·]+${unspaced.source})+`,
  'gu',
);

/** All words that texts are found by, each once, and not more than an index takes. */
export function indexWords(...texts: (string | null | undefined)[]): string {
  const words = texts.flatMap((text) => {
    if (!text) return [];
    const folded = spelled(fold(text));
    const compounds = [joined, spaced].flatMap((apart) => folded.match(apart) ?? []);
    const and = folded.includes('&') ? ['and'] : [];
    return [
      ...queryWords(folded),
      ...compounds.flatMap((compound) => found(wordsOf(compound).join(''))),
      ...and,
    ];
  });
  const indexed = [...new Set(words)].filter((word) => word.length <= maxWordLength);
  return indexed.slice(0, maxWords).join(' ');
}

/** A title as a person might type it whole; bounded, for what has thousands of letters is not typed. */
export const titleKey = (title: string): string =>
  bounded(queryWords(title.replaceAll('&', ' and ')).join(' '));

/** In letters; a longer word is in no index. */
export const maxWordLength = 60;

/** Of one text; PostgreSQL has no room for a book of some ten thousand. */
const maxWords = 1000;

type Titles = {
  title: string;
  subtitle?: string | null;
  otherTitles?: string[] | null;
  language?: string | null;
  series?: string | null;
  seriesNumber?: string | null;
};

/** A point ends a title only where it does not end an abbreviation: *Mr. Fox*, *St. Ives*. */
const beforeSubtitle = /\s*(?::|;|\(|\[|(?<=[\p{L}\p{N}]{4})\.\s|\s[-–—]\s|[\r\n])/u;

/**
 * Every form of a book's title that a person may take for all of it: with and without subtitle, article and
 * apostrophes, and its number in a series.
 */
export function titleKeys({
  title,
  subtitle,
  otherTitles,
  language,
  series,
  seriesNumber,
}: Titles): string[] {
  const whole = subtitle ? `${title} ${subtitle}` : title;
  const main = title.split(beforeSubtitle)[0] ?? title;
  const plainly = title.replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '');
  const numbered = series && seriesNumber ? [`${series} ${seriesNumber}`] : [];
  const forms = [title, whole, main, plainly, ...numbered, ...(otherTitles ?? [])].map(titleKey);
  const plain = titleKey(sortKey(title, language));
  return [...new Set([...forms, plain])].filter(Boolean).slice(0, 12);
}

type BookTexts = Titles & { publisher?: string | null; isbn?: string | null };

/** What a book is found by, beside its authors, genres and copies: the columns that its search triggers read. */
export function bookWords(book: BookTexts) {
  return {
    titleKey: titleKey(book.title),
    titleKeys: titleKeys(book),
    titleWords: indexWords(book.title),
    otherWords: indexWords(
      book.subtitle,
      ...(book.otherTitles ?? []),
      book.series,
      book.series && book.seriesNumber,
      book.publisher,
      book.isbn,
      book.isbn && isbn10Of(book.isbn),
    ),
  };
}

export const authorWords = (author: { name: string; sortName?: string; variants?: string[] | null }) => ({
  words: indexWords(author.name, author.sortName, ...(author.variants ?? [])),
});

export const genreWords = (genre: { name: string }) => ({ words: indexWords(genre.name) });

export const copyWords = (copy: { barcode: string; shelfMark?: string | null }) => ({
  words: indexWords(copy.barcode, copy.shelfMark),
});
