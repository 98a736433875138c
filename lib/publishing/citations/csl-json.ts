import { citationKey } from '#lib/publishing/citations/citation-key';
import type { PersonName } from '#lib/publishing/person-name';
import { fullTitle, inRole, type PublishedBook } from '#lib/publishing/published-book';

const types: Record<PublishedBook['format'], string> = {
  book: 'book',
  large_print: 'book',
  comic: 'book',
  ebook: 'book',
  audiobook: 'book',
  periodical: 'periodical',
  score: 'musical_score',
  map: 'map',
  film: 'motion_picture',
};

const media: Partial<Record<PublishedBook['format'], string>> = {
  large_print: 'Large print',
  ebook: 'E-book',
  audiobook: 'Audiobook',
};

export function cslJson(book: PublishedBook): string {
  return `${JSON.stringify([cslItem(book)], null, 2)}\n`;
}

export function cslItem(book: PublishedBook) {
  return {
    id: citationKey(book),
    type: types[book.format],
    title: fullTitle(book),
    ...names('author', book),
    ...names('editor', book),
    ...names('translator', book),
    ...names('illustrator', book),
    // The year before 1 is -1 here, as in our records; there is no year 0.
    ...(book.year && { issued: { 'date-parts': [[book.year]] } }),
    ...(book.publisher && { publisher: book.publisher }),
    ...(book.edition && { edition: book.edition }),
    ...(book.series && { 'collection-title': book.series }),
    ...(book.series && book.seriesNumber && { 'collection-number': book.seriesNumber }),
    ...(book.isbn && { ISBN: book.isbn }),
    ...(book.language && { language: book.language }),
    ...(media[book.format] && { medium: media[book.format] }),
    ...(book.genres.length > 0 && { keyword: book.genres.map(({ name }) => name).join(', ') }),
    ...(book.summary && { abstract: book.summary }),
    URL: book.address,
  };
}

function names(role: 'author' | 'editor' | 'translator' | 'illustrator', book: PublishedBook) {
  const people = inRole(book, role).map(({ parts }) => cslName(parts));
  return people.length > 0 && { [role]: people };
}

function cslName(name: PersonName) {
  if ('literal' in name) return name;
  const { family, given, suffix } = name;
  return suffix ? { family, given, suffix } : { family, given };
}
