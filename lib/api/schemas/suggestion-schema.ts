import { z } from 'zod';
import { component } from '#lib/api/openapi/components';
import { amount, id, link, optionalText, text } from '#lib/api/schemas/fields';

const authorSuggestion = component(
  'AuthorSuggestion',
  'An author whose name has the words.',
  z.object({
    id,
    name: text,
    books: amount.describe('How many books of the library they had a part in.'),
    href: link('the complete record'),
    page: link('the page for people'),
  }),
  {
    id: 7,
    name: 'Gabriel García Márquez',
    books: 4,
    href: '/api/v1/authors/7',
    page: '/authors/7-gabriel-garcia-marquez',
  },
);

const bookSuggestion = component(
  'BookSuggestion',
  'A book that the words may lead to; of several editions of a work the first.',
  z.object({
    id,
    title: text,
    by: optionalText.describe('Whose book it is: one name.'),
    language: z.string().nullable().describe('ISO 639 code of the title’s language.'),
    href: link('the complete record'),
    page: link('the page for people'),
  }),
  {
    id: 42,
    title: 'Cien años de soledad',
    by: 'Gabriel García Márquez',
    language: 'es',
    href: '/api/v1/books/42',
    page: '/books/42-cien-anos-de-soledad',
  },
);

/** What somebody who has typed so much may be looking for. */
export const suggestions = component(
  'Suggestions',
  'A few authors and books, each best first.',
  z.object({ authors: z.array(authorSuggestion), books: z.array(bookSuggestion) }),
  {
    authors: [
      {
        id: 7,
        name: 'Gabriel García Márquez',
        books: 4,
        href: '/api/v1/authors/7',
        page: '/authors/7-gabriel-garcia-marquez',
      },
    ],
    books: [],
  },
);

export type Suggestions = z.output<typeof suggestions>;
