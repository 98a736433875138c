import { z } from 'zod';
import { formats } from '#db/schema/catalog';
import { booksById } from '#lib/api/book-queries';
import { operation } from '#lib/api/operation';
import { languageCode, many, one, oneOf, recordId, wholeNumber, words } from '#lib/api/parameters';
import { searchBooks, searchSorts } from '#lib/api/search';
import { found } from '#lib/api/search-schema';

const decade = wholeNumber(-9990, 9990).pipe(
  z.int().multipleOf(10, 'It must be the first year of a decade, such as 1960.'),
);

const parameters = z.strictObject({
  q: one(words).describe('What is looked for: words of titles and names, in any order.'),
  available: one(oneOf(['true']))
    .optional()
    .describe('`true`: only books of which a copy is on the shelf now.'),
  genre: many(recordId).default([]).describe('Ids of genres; any of them will do.'),
  language: many(languageCode).default([]).describe('ISO 639 codes of languages; any of them will do.'),
  author: many(recordId).default([]).describe('Ids of authors; any of them will do.'),
  decade: many(decade).default([]).describe('First years of decades of publication: `1960` is 1960 to 1969.'),
  format: many(oneOf(formats)).default([]).describe('What the books are; any of them will do.'),
  sort: one(oneOf(searchSorts)).default('relevance').describe('`year` and `newest` begin with the latest.'),
  page: one(wholeNumber(1, 10_000)).default(1).describe('Which page, counted from 1.'),
  limit: one(wholeNumber(1, 100)).default(20).describe('How many books one page has.'),
});

export const searchOperations = {
  /** `SearchResult`: a page of `BookInList` in order of rank. A page past the end is empty. Source: `searchBooks`. */
  search: operation({
    name: 'search',
    path: '/search',
    summary: 'Books that match some words, best first',
    description: 'Filters may be repeated: within one any value will do, and every filter must be met.',
    parameters,
    answer: found,
    respond: async ({ q, available, sort, page, limit, ...filters }) => {
      const asked = { ...filters, ...(available && { available: true as const }) };
      const { books, total, more } = await searchBooks({ q, filters: asked, sort, page, size: limit });
      const goesOn = page < 10_000 && (more || page * limit < total);
      return {
        kind: 'found',
        body: { items: await booksById(books), page, total, more },
        ...(goesOn && { next: { page: String(page + 1) } }),
      };
    },
  }),
};
