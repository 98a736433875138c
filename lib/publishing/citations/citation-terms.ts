import { formatYear } from '#lib/catalog/partial-date';
import { inRole, type PublishedBook, type PublishedContributor } from '#lib/publishing/published-book';

/** Whose name a citation begins with: the authors or, where there are none, the editors. */
export type Lead = { people: PublishedContributor[]; role: 'author' | 'editor' };

export function leadOf(book: PublishedBook): Lead {
  const authors = inRole(book, 'author');
  return authors.length > 0
    ? { people: authors, role: 'author' }
    : { people: inRole(book, 'editor'), role: 'editor' };
}

export const furtherEditors = (book: PublishedBook): PublishedContributor[] =>
  leadOf(book).role === 'editor' ? [] : inRole(book, 'editor');

/** The three styles are English, whatever the language of the book or of the reader. */
export const yearOf = ({ year }: PublishedBook): string | undefined =>
  year === null ? undefined : formatYear('en', year);

/** `2`, `2nd` and `Second edition` as the styles write them; any other wording is the book's own. */
export function editionOf({ edition }: PublishedBook): string {
  if (!edition) return '';
  const [, number] = /^(\d{1,4})(?:st|nd|rd|th|\.|ª|º)?(?: ed(?:ition|\.)?)?$/i.exec(edition) ?? [];
  const [, word = ''] = /^(\w+) ed(?:ition|\.)?$/i.exec(edition) ?? [];
  const counted = Number(number) || numberWords.indexOf(word.toLowerCase()) + 1;
  return counted ? `${ordinal(counted)} ed.` : edition.replace(/\bedition$/i, 'ed.');
}

const numberWords = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ...['eleventh', 'twelfth'],
];

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };

const ordinal = (number: number) => `${number}${endings[ordinals.select(number)] ?? 'th'}`;

/** `A`, `A and B`, `A, B, and C`, with the word that the style puts before the last. */
export function series(names: string[], last: 'and' | '&'): string {
  const [first = '', second] = names;
  if (names.length < 2) return first;
  if (names.length === 2) return `${first} ${last} ${second}`;
  return `${names.slice(0, -1).join(', ')}, ${last} ${names.at(-1)}`;
}
