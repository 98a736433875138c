import { formatYear } from '#lib/catalog/partial-date';
import { citationKey } from '#lib/publishing/citations/citation-key';
import { inverted } from '#lib/publishing/person-name';
import { fullTitle, inRole, type PublishedBook } from '#lib/publishing/published-book';

const types: Record<PublishedBook['format'], string> = {
  book: 'BOOK',
  large_print: 'BOOK',
  comic: 'BOOK',
  ebook: 'EBOOK',
  audiobook: 'SOUND',
  periodical: 'SER',
  score: 'MUSIC',
  map: 'MAP',
  film: 'MPCT',
};

/** One record as reference managers import it: a tag a line, ended with CR and LF. */
export function ris(book: PublishedBook): string {
  const people = (role: 'author' | 'editor' | 'translator') =>
    inRole(book, role).map(({ parts }) => inverted(parts));
  const lines: [tag: string, values: (string | null)[]][] = [
    ['TY', [types[book.format]]],
    ['ID', [citationKey(book)]],
    ['TI', [fullTitle(book)]],
    ['AU', people('author')],
    ['ED', people('editor')],
    ['A4', people('translator')],
    ['PY', [yearOf(book)]],
    ['PB', [book.publisher]],
    ['ET', [book.edition]],
    ['T2', [book.series]],
    ['SV', [book.series && book.seriesNumber]],
    ['SN', [book.isbn]],
    ['LA', [book.language]],
    ['KW', book.genres.map(({ name }) => name)],
    ['N1', inRole(book, 'illustrator').map(({ name }) => `Illustrator: ${name}`)],
    ['AB', [book.summary]],
    ['UR', [book.address]],
  ];
  const written = lines.flatMap(([tag, values]) =>
    values.flatMap((value) => (value ? line(tag, value) : [])),
  );
  return `${written.join('')}ER  - \r\n`;
}

const line = (tag: string, value: string) => `${tag}  - ${value.replaceAll(/[\r\n]+/g, ' ')}\r\n`;

/** `YYYY/MM/DD/other`: a year that is not four figures long belongs to what else is known. */
function yearOf({ year }: PublishedBook): string | null {
  if (year === null) return null;
  return year < 0 ? `///${formatYear('en', year).replace('\u00a0', ' ')}` : String(year).padStart(4, '0');
}
