import { formatYear } from '#lib/catalog/partial-date';
import { citationKey } from '#lib/publishing/citations/citation-key';
import type { PersonName } from '#lib/publishing/person-name';
import {
  fullTitle,
  inRole,
  type PublishedBook,
  type PublishedContributor,
} from '#lib/publishing/published-book';

const entryTypes: Partial<Record<PublishedBook['format'], string>> = {
  audiobook: 'misc',
  film: 'misc',
  map: 'misc',
  score: 'misc',
};

/** One entry in UTF-8, as biber and modern BibTeX styles read it. */
export function bibtex(book: PublishedBook): string {
  const illustrators = inRole(book, 'illustrator').map(({ name }) => name);
  const fields = {
    author: names(inRole(book, 'author')),
    editor: names(inRole(book, 'editor')),
    translator: names(inRole(book, 'translator')),
    title: withCapitals(fullTitle(book)),
    publisher: whole(book.publisher),
    year: book.year === null ? '' : formatYear('en', book.year).replace('\u00a0', ' '),
    edition: latex(book.edition ?? ''),
    series: withCapitals(book.series ?? ''),
    number: latex(book.series ? (book.seriesNumber ?? '') : ''),
    isbn: latex(book.isbn ?? ''),
    language: book.language ?? '',
    keywords: latex(book.genres.map(({ name }) => name.replaceAll(',', ' ')).join(', ')),
    note: illustrators.length > 0 ? `Illustrated by ${latex(illustrators.join(', '))}` : '',
    abstract: latex(book.summary ?? ''),
    url: book.address.replaceAll(/[{}\\]/g, encodeURIComponent),
  };
  const lines = Object.entries(fields).flatMap(([field, value]) =>
    value ? [`  ${field.padEnd(10)} = {${value}},\n`] : [],
  );
  return `@${entryTypes[book.format] ?? 'book'}{${citationKey(book)},\n${lines.join('')}}\n`;
}

const names = (people: PublishedContributor[]) => people.map(({ parts }) => bibtexName(parts)).join(' and ');

function bibtexName(name: PersonName): string {
  if ('literal' in name) return `{${latex(name.literal)}}`;
  return [name.family, name.suffix, name.given].filter(Boolean).map(namePart).join(', ');
}

/** Commas and the word “and” part names, except within braces. */
const namePart = (part: string) => (/,|\band\b/i.test(part) ? `{${latex(part)}}` : latex(part));

/** “Simon and Schuster” is one publisher. */
const whole = (name: string | null) =>
  name && /\band\b/i.test(name) ? `{${latex(name)}}` : latex(name ?? '');

/** Styles write titles small, except what stands in braces. */
const withCapitals = (text: string) =>
  text
    .split(/(\s+)/)
    .map((word) => (/\p{Lu}/u.test(word) ? `{${latex(word)}}` : latex(word)))
    .join('');

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces without regard to a backslash before them, so an escaped one still has to have its match.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** TeX prints one sign for two of these: a dash, a quotation mark. */
const ligatures = /([-'`,<>])(?=\1)|[?!](?=`)/g;

/** What TeX would take for a command or a ligature, spelled so that it prints. */
export const latex = (text: string): string =>
  text
    .replace(/[\\{}~^%&_#$]/g, (sign) => commands[sign] ?? `\\${sign}`)
    .replace(ligatures, (sign) => `${sign}{}`);
