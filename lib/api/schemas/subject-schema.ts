import { z } from 'zod';
import { component, listOf } from '#lib/api/openapi/components';
import { amount, id, link, text } from '#lib/api/schemas/fields';

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

export const genrePage = listOf('GenrePage', genre);
export const languagePage = listOf('LanguagePage', bookLanguage);
