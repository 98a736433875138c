import { editionOf, furtherEditors, leadOf, series, yearOf } from '#lib/publishing/citations/citation-terms';
import { italic, type RichText, roman, sentences } from '#lib/publishing/citations/rich-text';
import { invertedWithInitials, withInitials } from '#lib/publishing/person-name';
import {
  fullTitle,
  inRole,
  type PublishedBook,
  type PublishedContributor,
} from '#lib/publishing/published-book';

const brackets: Partial<Record<PublishedBook['format'], string>> = {
  audiobook: ' [Audiobook]',
  film: ' [Film]',
  map: ' [Map]',
  score: ' [Musical score]',
};

/** A reference of the APA's manual, 7th edition. */
export function apa(book: PublishedBook): RichText {
  const names = leadNames(book);
  const year = roman(`(${yearOf(book) ?? 'n.d.'})`);
  const title = [...italic(fullTitle(book)), ...roman(inParentheses(book) + (brackets[book.format] ?? ''))];
  const publisher = roman(book.publisher ?? '');
  return names ? sentences(roman(names), year, title, publisher) : sentences(title, year, publisher);
}

function leadNames(book: PublishedBook): string {
  const { people, role } = leadOf(book);
  const names = listed(people.map(({ parts }) => invertedWithInitials(parts)));
  if (role === 'author' || people.length === 0) return names;
  return `${names} (${people.length > 1 ? 'Eds.' : 'Ed.'})`;
}

/** Up to twenty names; of more the first nineteen and the last. */
function listed(names: string[]): string {
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}`;
  return names.length === 2 ? names.join(', & ') : series(names, '&');
}

function inParentheses(book: PublishedBook): string {
  const editors = furtherEditors(book);
  const stated = [
    credit(editors, editors.length > 1 ? 'Eds.' : 'Ed.'),
    credit(inRole(book, 'translator'), 'Trans.'),
    credit(inRole(book, 'illustrator'), 'Illus.'),
    editionOf(book),
  ].filter(Boolean);
  return stated.length > 0 ? ` (${stated.join('; ')})` : '';
}

const credit = (people: PublishedContributor[], label: string) =>
  people.length > 0 &&
  `${series(
    people.map(({ parts }) => withInitials(parts)),
    '&',
  )}, ${label}`;
