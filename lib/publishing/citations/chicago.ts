import { editionOf, furtherEditors, leadOf, series, yearOf } from '#lib/publishing/citations/citation-terms';
import { italic, type RichText, roman, sentences } from '#lib/publishing/citations/rich-text';
import { inverted } from '#lib/publishing/person-name';
import {
  fullTitle,
  inRole,
  type PublishedBook,
  type PublishedContributor,
} from '#lib/publishing/published-book';

/** An entry of a bibliography after the Chicago Manual of Style, 17th edition. */
export function chicago(book: PublishedBook): RichText {
  return sentences(
    roman(leadNames(book)),
    italic(fullTitle(book)),
    roman(credit('Edited by', furtherEditors(book))),
    roman(credit('Translated by', inRole(book, 'translator'))),
    roman(credit('Illustrated by', inRole(book, 'illustrator'))),
    roman(editionOf(book)),
    roman([book.series, book.series && book.seriesNumber].filter(Boolean).join(' ')),
    roman([book.publisher, yearOf(book) ?? 'n.d.'].filter(Boolean).join(', ')),
  );
}

/** Up to ten names; of more the first seven. */
function leadNames(book: PublishedBook): string {
  const { people, role } = leadOf(book);
  const [first, ...others] = people;
  if (!first) return '';
  const names = [inverted(first.parts), ...others.map(({ name }) => name)];
  const label = role === 'editor' ? (others.length > 0 ? ', eds.' : ', ed.') : '';
  if (names.length > 10) return `${names.slice(0, 7).join(', ')}, et al.${label}`;
  return (names.length === 2 ? names.join(', and ') : series(names, 'and')) + label;
}

const credit = (what: string, people: PublishedContributor[]) =>
  people.length > 0
    ? `${what} ${series(
        people.map(({ name }) => name),
        'and',
      )}`
    : '';
