import { z } from 'zod';
import { authorBody, authorInList } from '#lib/api/bodies/author-body';
import { listed, operation, recordOperation, refusal } from '#lib/api/operation';
import { cursorOf, readCursor } from '#lib/api/requests/cursor';
import { paging } from '#lib/api/requests/parameters';
import { author, authorPage } from '#lib/api/schemas/author-schema';
import { authorDetail, mergedInto, walkAuthors } from '#lib/catalog/authors/author-queries';

export const authorOperations = {
  /** A page of `AuthorInList`, in the order of their names. Source: `authors`. */
  listAuthors: operation({
    name: 'listAuthors',
    path: '/authors',
    summary: 'All authors, in the order of their names',
    parameters: z.strictObject(paging),
    answer: authorPage,
    respond: async ({ cursor, limit }) => {
      const place = readCursor(cursor, 'author');
      if (!place.ok) return refusal(place);
      const { items, next } = await walkAuthors({ after: place.query, limit });
      return listed(items.map(authorInList), cursorOf('author', next));
    },
  }),

  /** One `Author`; 308 where the record was merged into another, 404 where there never was one. */
  getAuthor: recordOperation({
    name: 'getAuthor',
    path: '/authors/{id}',
    summary: 'One author',
    description: 'A record that was merged into another leads to that one, for good.',
    parameters: z.strictObject({}),
    answer: author,
    respond: async (id) => {
      const known = await authorDetail(id);
      if (known) return { kind: 'found', body: authorBody(known) };
      const living = await mergedInto(id);
      return living ? { kind: 'moved', to: `/api/v1/authors/${living}` } : { kind: 'missing' };
    },
  }),
};
