import { isbn10Of } from '#db/isbn';
import { nameWords } from '#db/search/names';
import { formatNames, subjectSynonyms } from '#db/search/synonyms';
import { indexWords, queryWords } from '#db/search/terms';
import { bounded } from '#db/sort-key';
import { withoutArticle } from '#db/text/articles';
import { foldWords } from '#db/text/words';

/** A title as a person might type it whole; bounded, for what has thousands of letters is not typed. */
export const titleKey = (title: string): string =>
  bounded(queryWords(title.replaceAll('&', ' and ')).join(' '));

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

/** What `&` is read as, by the language of the title. */
const ands: Record<string, string> = { es: 'y', pt: 'e', it: 'e', fr: 'et', de: 'und', ca: 'i', nl: 'en' };

/** Longer lists help nobody: the rest is found word by word. */
const maxKeys = 16;

/**
 * Every form of a book's title that a person may take for all of it: with and without subtitle, article, brackets, hyphens
 * and apostrophes, and its number in a series.
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
  const numbered = series && seriesNumber ? [`${series} ${seriesNumber}`] : [];
  const titles = [title, whole, main, ...numbered, ...(otherTitles ?? [])];
  const spelled = titles.flatMap((form) => spellingsOf(form, language));
  const plain = [title, main, whole, ...numbered].map((form) =>
    titleKey(withoutArticle(foldWords(form), language, !language)),
  );
  return [...new Set([...titles.map(titleKey), ...plain, ...spelled])].filter(Boolean).slice(0, maxKeys);
}

/** The same title without apostrophes, with compounds as one word, and with another word for `&`. */
function spellingsOf(title: string, language: string | null | undefined): string[] {
  const plainly = title.replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '');
  const joined = title.replace(/(?<=[\p{L}\p{N}])['’ʼ\-‐‑/·](?=[\p{L}\p{N}])/gu, '');
  const and = ands[(language ?? '').split('-')[0] ?? ''];
  const read = title.includes('&')
    ? ['', ...(and ? [and] : [])].map((word) => title.replaceAll('&', ` ${word} `))
    : [];
  return [plainly, joined, ...read].map(titleKey);
}

type BookTexts = Titles & {
  publisher?: string | null;
  isbn?: string | null;
  year?: number | null;
  format?: string | null;
  summary?: string | null;
};

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
      book.year ? String(book.year) : null,
      book.format && formatNames[book.format],
    ),
    aboutWords: indexWords(book.summary).split(' ', maxAboutWords).join(' '),
  };
}

/** Of a description: as much of it as says what the book is about. */
const maxAboutWords = 400;

export const authorWords = (author: { name: string; sortName?: string; variants?: string[] | null }) => ({
  words: nameWords(author),
});

export const genreWords = (genre: { name: string }) => ({
  words: indexWords(genre.name, ...subjectSynonyms(genre.name)),
});

/** `PR 4034` is the same shelf mark as `PR4034`. */
const joinedMark = (mark: string) => mark.replace(/(?<=\p{L})[\s.]+(?=\p{N})/gu, '');
const splitMark = (mark: string) => mark.replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ');

export const copyWords = ({ barcode, shelfMark }: { barcode: string; shelfMark?: string | null }) => ({
  words: indexWords(
    barcode,
    shelfMark,
    shelfMark && joinedMark(shelfMark),
    shelfMark && splitMark(shelfMark),
  ),
});
