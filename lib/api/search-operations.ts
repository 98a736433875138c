import { z } from 'zod';
import { operation } from '#lib/api/operation';
import { languageCode, many, one, oneOf, recordId, wholeNumber, words } from '#lib/api/requests/parameters';
import { found } from '#lib/api/schemas/search-schema';
import { searchBooks } from '#lib/api/search';
import { formats } from '#lib/catalog/books/book';
import { searchOrders } from '#lib/search/request';

const decade = wholeNumber(-9990, 9990).pipe(
  z.int().multipleOf(10, 'It must be the first year of a decade, such as 1960.'),
);

const lowerCase = (code: string) => code.toLowerCase();

const parameters = z.strictObject({
  q: one(words).describe(
    'What is looked for: words of titles, names, series, subjects, publishers in any order, an ISBN, a barcode or a shelf mark.',
  ),
  available: one(oneOf(['true']))
    .optional()
    .describe('`true`: only books of which a copy is on the shelf now.'),
  genre: many(recordId).default([]).describe('Ids of genres; any of them will do.'),
  language: many(languageCode).default([]).describe('ISO 639 codes of languages; any of them will do.'),
  author: many(recordId).default([]).describe('Ids of authors; any of them will do.'),
  decade: many(decade).default([]).describe('First years of decades of publication: `1960` is 1960 to 1969.'),
  format: many(oneOf(formats)).default([]).describe('What the books are; any of them will do.'),
  sort: one(oneOf(searchOrders)).default('relevance').describe('`year` and `newest` begin with the latest.'),
  page: one(wholeNumber(1, 10_000)).default(1).describe('Which page, counted from 1.'),
  limit: one(wholeNumber(1, 100)).default(20).describe('How many books one page has.'),
});

export const searchOperations = {
  /** `SearchResult`: a page of `BookInList` in order of rank. A page past the end is empty. Source: `search`. */
  search: operation({
    name: 'search',
    path: '/search',
    summary: 'Books that match some words, best first',
    description:
      'Case, accents and punctuation do not matter. Where nothing matches, the last word may be the beginning of one, then slips are forgiven. Filters may be repeated: within one any value will do, and every filter must be met.',
    parameters,
    answer: found,
    respond: async ({ q, available, language, sort, page, limit, ...filters }) => {
      const body = await searchBooks({
        q,
        filters: { ...filters, available: available ? ['shelf'] : [], language: language.map(lowerCase) },
        sort,
        page,
        size: limit,
      });
      const goesOn = page * limit < body.total;
      return { kind: 'found', body, ...(goesOn && { next: { page: String(page + 1) } }) };
    },
  }),
};
