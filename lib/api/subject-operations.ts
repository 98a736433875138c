import { z } from 'zod';
import { genreBody, languageBody } from '#lib/api/bodies/subject-body';
import { listed, operation, refusal } from '#lib/api/operation';
import { cursorOf, readCursor } from '#lib/api/requests/cursor';
import { paging } from '#lib/api/requests/parameters';
import { counts, genrePage, languagePage } from '#lib/api/schemas/subject-schema';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { walkGenres } from '#lib/catalog/subjects/genre-queries';
import { walkLanguages } from '#lib/catalog/subjects/language-queries';

export const subjectOperations = {
  /** A page of `Genre`, in the order of their names. Source: `genres`. */
  listGenres: operation({
    name: 'listGenres',
    path: '/genres',
    summary: 'All genres, with how many books each has',
    parameters: z.strictObject(paging),
    answer: genrePage,
    respond: async ({ cursor, limit }) => {
      const place = readCursor(cursor, 'genre');
      if (!place.ok) return refusal(place);
      const { items, next } = await walkGenres({ after: place.query, limit });
      return listed(items.map(genreBody), cursorOf('genre', next));
    },
  }),

  /** A page of `Language`, in the order of their codes. Source: `languages`; names from `Intl`, in English. */
  listLanguages: operation({
    name: 'listLanguages',
    path: '/languages',
    summary: 'The languages of the books, with how many there are in each',
    parameters: z.strictObject(paging),
    answer: languagePage,
    respond: async ({ cursor, limit }) => {
      const place = readCursor(cursor, 'language');
      if (!place.ok) return refusal(place);
      const { items, next } = await walkLanguages({ after: place.query, limit });
      return listed(items.map(languageBody), cursorOf('language', next));
    },
  }),

  /** `Counts`, exact at the last commit and as cheap at a million titles. Source: `record_counts`. */
  getCounts: operation({
    name: 'getCounts',
    path: '/counts',
    summary: 'The library in figures',
    parameters: z.strictObject({}),
    answer: counts,
    respond: async () => {
      const { copiesAvailable, ...figures } = await recordCountsNow();
      return { kind: 'found', body: { ...figures, copies_available: copiesAvailable } };
    },
  }),
};
