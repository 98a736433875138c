import { editionOf, furtherEditors, leadOf, yearOf } from '#lib/publishing/citations/citation-terms';
import { italic, type RichText, roman, sentences } from '#lib/publishing/citations/rich-text';
import { inverted } from '#lib/publishing/person-name';
import {
  fullTitle,
  inRole,
  type PublishedBook,
  type PublishedContributor,
} from '#lib/publishing/published-book';

/** An entry of the MLA's works cited, 9th edition; a date that nobody knows is left out. */
export function mla(book: PublishedBook): RichText {
  const elements = [
    credit('translated by', inRole(book, 'translator')),
    credit('edited by', furtherEditors(book)),
    credit('illustrated by', inRole(book, 'illustrator')),
    editionOf(book),
    book.publisher,
    yearOf(book),
  ].filter((element) => typeof element === 'string' && element !== '');
  return sentences(roman(leadNames(book)), italic(fullTitle(book)), roman(capitalised(elements.join(', '))));
}

function leadNames(book: PublishedBook): string {
  const { people, role } = leadOf(book);
  const [first, second] = people;
  if (!first) return '';
  const label = role === 'editor' ? (second ? ', editors' : ', editor') : '';
  const name = inverted(first.parts);
  if (!second) return name + label;
  return `${name}, ${people.length > 2 ? 'et al.' : `and ${second.name}`}${label}`;
}

function credit(what: string, people: PublishedContributor[]): string {
  const [first, second] = people;
  if (!first) return '';
  if (!second) return `${what} ${first.name}`;
  return `${what} ${first.name} ${people.length > 2 ? 'et al.' : `and ${second.name}`}`;
}

const capitalised = (text: string) => text.replace(/^(?:translated|edited|illustrated) /, upperFirst);

const upperFirst = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
