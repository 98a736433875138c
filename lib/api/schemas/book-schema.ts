import { z } from 'zod';
import { component, listOf } from '#lib/api/openapi/components';
import { contributor, contributorExample } from '#lib/api/schemas/contributor-schema';
import { amount, id, link, optionalText, text } from '#lib/api/schemas/fields';
import { formats } from '#lib/catalog/books/book';

const availability = component(
  'Availability',
  'How many copies there are to lend, and how many of them are in now. What is only read in the library, damaged, on order or gone does not count.',
  z.object({ copies: amount, on_shelf: amount }),
  { copies: 3, on_shelf: 2 },
);

export const bookExample = {
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
  year: z.int().nullable().describe('Year of publication; negative is BCE.'),
  language: z.string().nullable().describe('ISO 639 code, such as `es`, or `grc` for Ancient Greek.'),
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

export const bookPage = listOf('BookPage', bookInList);

export type BookInList = z.output<typeof bookInList>;
export type Book = z.output<typeof book>;
