import { z } from 'zod';
import { bookBody, bookInList } from '#lib/api/bodies/book-body';
import { copyBody } from '#lib/api/bodies/copy-body';
import { listed, operation, recordOperation, refusal } from '#lib/api/operation';
import { cursorOf, readCursor } from '#lib/api/requests/cursor';
import { languageCode, moment, one, oneOf, paging, recordId } from '#lib/api/requests/parameters';
import { book, bookPage } from '#lib/api/schemas/book-schema';
import { copyPage } from '#lib/api/schemas/copy-schema';
import { walkBooks } from '#lib/catalog/books/book-list-queries';
import type { BookOrder } from '#lib/catalog/books/book-orders';
import { bookRecord } from '#lib/catalog/books/book-queries';
import { bookExists } from '#lib/catalog/books/existence-queries';
import { walkCopies } from '#lib/catalog/copies/copy-queries';

export const bookSorts = ['title', 'year', 'newest'] as const satisfies BookOrder[];

const earliest = Date.parse('0001-01-01');
const latest = Date.parse('9999-12-31');

/** What neither engine can hold as a moment is the first or last that both can. */
const momentOf = (text: string) => new Date(Math.min(Math.max(Date.parse(text), earliest), latest));

export const bookOperations = {
  /** A page of `BookInList`, walked with cursors. 400 for a cursor of another order. Source: `books`. */
  listBooks: operation({
    name: 'listBooks',
    path: '/books',
    summary: 'All books, or those that meet every filter',
    description:
      'In the order of titles without their articles unless `sort` says otherwise. For words there is `/search`.',
    parameters: z.strictObject({
      author: one(recordId).optional().describe('Id of an author: books they had a part in.'),
      genre: one(recordId).optional().describe('Id of a genre.'),
      language: one(languageCode).optional().describe('ISO 639 code of a language, such as `es`.'),
      added_since: one(moment)
        .optional()
        .describe(
          'A date, which begins at midnight UTC, or a time: books that the library added then or later.',
        ),
      sort: one(oneOf(bookSorts))
        .default('title')
        .describe(
          '`year`: newest publication first, unknown years last. `newest`: what the library added last, first.',
        ),
      ...paging,
    }),
    answer: bookPage,
    respond: async ({ author, genre, language, added_since, sort, cursor, limit }) => {
      const place = readCursor(cursor, sort);
      if (!place.ok) return refusal(place);
      const addedSince = added_since === undefined ? undefined : momentOf(added_since);
      const asked = { authorId: author, genreId: genre, language, addedSince };
      const { items, next } = await walkBooks(asked, sort, { after: place.query, limit });
      return listed(items.map(bookInList), cursorOf(sort, next));
    },
  }),

  /** One `Book`. 404 for an id that no book has. Source: `books` with contributors, genres, copies. */
  getBook: recordOperation({
    name: 'getBook',
    path: '/books/{id}',
    summary: 'One book',
    parameters: z.strictObject({}),
    answer: book,
    respond: async (id) => {
      const known = await bookRecord(id);
      return known ? { kind: 'found', body: bookBody(known) } : { kind: 'missing' };
    },
  }),

  /**
   * A page of `Copy`: state, due date (a calendar date of the library), shelf mark, location. Never a member.
   * 404 for an id that no book has; a book without copies has an empty page. Source: `copies`, open loans, ready holds.
   */
  listCopies: recordOperation({
    name: 'listCopies',
    path: '/books/{id}/copies',
    summary: 'The copies of a book: where they stand and whether they are in',
    parameters: z.strictObject(paging),
    answer: copyPage,
    respond: async (id, { cursor, limit }) => {
      const place = readCursor(cursor, 'copy');
      if (!place.ok) return refusal(place);
      if (!(await bookExists(id))) return { kind: 'missing' };
      const { items, next } = await walkCopies(id, { after: place.query, limit });
      return listed(items.map(copyBody), cursorOf('copy', next));
    },
  }),
};
