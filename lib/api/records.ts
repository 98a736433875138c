import { z } from 'zod';
import { conditions, contributorRoles, formats } from '#db/schema/catalog';
import { component, listOf } from '#lib/api/components';

export const largestId = 2_147_483_647;

const id = z.int().min(1).max(largestId);
const text = z.string();
const optionalText = z.string().nullable();
const amount = z.int().min(0);
const year = z.int().nullable().describe('Year of publication; negative is BCE.');
const language = z.string().nullable().describe('ISO 639 code, such as `es`, or `grc` for Ancient Greek.');
const link = (to: string) =>
  z.string().meta({ format: 'uri-reference', description: `Address of ${to}, relative to this answer’s.` });
const partialDate = (of: string) =>
  z
    .string()
    .nullable()
    .describe(
      `${of} as exactly as it is known: \`1927\`, \`1927-03\`, \`1927-03-06\`; \`-0427\` is 427 BCE.`,
    );

const contributorExample = {
  id: 7,
  name: 'Gabriel García Márquez',
  role: 'author' as const,
  credited_as: null,
  href: '/api/v1/authors/7',
};

const contributor = component(
  'Contributor',
  'Who had a part in a book, in the order of the title page.',
  z.object({
    id,
    name: text,
    role: z.enum(contributorRoles),
    credited_as: optionalText.describe('The name as this book prints it, where that is another form.'),
    href: link('the author'),
  }),
  contributorExample,
);

const availability = component(
  'Availability',
  'How many copies there are to lend, and how many of them are in now.',
  z.object({ copies: amount, on_shelf: amount }),
  { copies: 3, on_shelf: 2 },
);

const bookExample = {
  id: 42,
  title: 'Cien años de soledad',
  subtitle: null,
  contributors: [contributorExample],
  year: 1967,
  language: 'es',
  format: 'book' as const,
  isbn: '9780307474728',
  added_at: '2026-03-02T09:30:00.000Z',
  availability: { copies: 3, on_shelf: 2 },
  href: '/api/v1/books/42',
  page: '/books/42-cien-anos-de-soledad',
  cover: '/covers/42-0a1b2c3d.svg',
};

const bookFields = {
  id,
  title: text,
  subtitle: optionalText,
  contributors: z.array(contributor),
  year,
  language,
  format: z.enum(formats),
  isbn: optionalText.describe('ISBN-13 without hyphens.'),
  added_at: z.iso.datetime().describe('When the library added it, in UTC.'),
  availability,
  href: link('the complete record'),
  page: link('the page for people'),
  cover: link('the cover, an SVG picture'),
};

/** A book as lists show it. */
export const bookInList = component(
  'BookInList',
  'A book as lists show it.',
  z.object(bookFields),
  bookExample,
);

const genreNamed = z.object({ id, name: text, page: link('the page for people') });

/** Everything the catalog says about a book but its copies. */
export const book = component(
  'Book',
  'Everything the catalog says about a book; its copies have an address of their own.',
  z.object({
    ...bookFields,
    other_titles: z.array(text).describe('Romanised and translated titles.'),
    summary: optionalText,
    publisher: optionalText,
    edition: optionalText,
    extent: optionalText.describe('Such as `471 p.`'),
    series: optionalText,
    series_number: optionalText,
    genres: z.array(genreNamed),
    notes: optionalText,
    copies: link('its copies'),
  }),
  {
    ...bookExample,
    other_titles: ['One Hundred Years of Solitude'],
    summary: 'Seven generations of the Buendía family in Macondo.',
    publisher: 'Editorial Sudamericana',
    edition: null,
    extent: '471 p.',
    series: null,
    series_number: null,
    genres: [{ id: 3, name: 'Magic realism', page: '/genres/3-magic-realism' }],
    notes: null,
    copies: '/api/v1/books/42/copies',
  },
);

const circulating = ['on_shelf', 'on_loan', 'on_hold_shelf'] as const;
const states = [...circulating, ...conditions.filter((condition) => condition !== 'ok')] as const;

/** One copy: where it is and whether it is in. Never who has it. */
export const copy = component(
  'Copy',
  'One copy of a book: where it stands and whether it is in.',
  z.object({
    id: text.describe('The public id of the copy.'),
    state: z
      .enum(states)
      .describe('`on_shelf` can be borrowed now; `on_hold_shelf` is set aside for a reader.'),
    due_on: z.iso.date().nullable().describe('When a copy on loan is due back; null for every other.'),
    shelf_mark: optionalText,
    location: optionalText.describe('The room or branch.'),
  }),
  {
    id: '0b6cf0ae-6c4f-4d39-9a8e-6f1f3a1f2f5e',
    state: 'on_loan',
    due_on: '2026-03-23',
    shelf_mark: 'FIC GAR',
    location: null,
  },
);

const authorExample = {
  id: 7,
  name: 'Gabriel García Márquez',
  sort_name: 'García Márquez, Gabriel',
  born: '1927-03-06',
  died: '2014-04-17',
  books: 4,
  href: '/api/v1/authors/7',
  page: '/authors/7-gabriel-garcia-marquez',
};

const authorFields = {
  id,
  name: text,
  sort_name: text,
  born: partialDate('The date of birth'),
  died: partialDate('The date of death'),
  books: amount.describe('How many books of the library they had a part in.'),
  href: link('the complete record'),
  page: link('the page for people'),
};

/** An author as lists show them. */
export const authorInList = component(
  'AuthorInList',
  'An author as lists show them.',
  z.object(authorFields),
  authorExample,
);

/** An author with the other forms of the name. */
export const author = component(
  'Author',
  'An author, with the other forms of the name.',
  z.object({ ...authorFields, variants: z.array(text).describe('Other and romanised forms of the name.') }),
  { ...authorExample, variants: ['Gabo'] },
);

/** A genre, with how many books it has. */
export const genre = component(
  'Genre',
  'A genre, with how many books it has.',
  z.object({ id, name: text, books: amount, page: link('the page for people') }),
  { id: 3, name: 'Magic realism', books: 12, page: '/genres/3-magic-realism' },
);

/** A language of the library's books. */
export const bookLanguage = component(
  'Language',
  'A language that books of the library are in.',
  z.object({
    code: text.describe('ISO 639 code.'),
    name: text.describe('Its English name.'),
    books: amount,
  }),
  { code: 'es', name: 'Spanish', books: 41 },
);

/** The library in figures. */
export const counts = component(
  'Counts',
  'The library in figures, exact at this moment.',
  z.object({ books: amount, copies: amount, copies_available: amount, authors: amount, genres: amount }),
  { books: 270, copies: 512, copies_available: 431, authors: 214, genres: 38 },
);

/** One page of what a search found, best first. */
export const found = component(
  'SearchResult',
  'One page of what a search found, in the order asked for.',
  z.object({
    items: z.array(bookInList),
    page: z.int().min(1),
    total: amount.describe('How many books were found.'),
    more: z.boolean().describe('True when there are more than `total`, which were not counted.'),
  }),
  { items: [bookExample], page: 1, total: 1, more: false },
);

export const bookPage = listOf('BookPage', bookInList);
export const copyPage = listOf('CopyPage', copy);
export const authorPage = listOf('AuthorPage', authorInList);
export const genrePage = listOf('GenrePage', genre);
export const languagePage = listOf('LanguagePage', bookLanguage);

export type BookInList = z.output<typeof bookInList>;
export type Book = z.output<typeof book>;
export type Copy = z.output<typeof copy>;
export type AuthorInList = z.output<typeof authorInList>;
export type Author = z.output<typeof author>;
