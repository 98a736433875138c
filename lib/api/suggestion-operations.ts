import { z } from 'zod';
import { operation } from '#lib/api/operation';
import { one, wholeNumber, words } from '#lib/api/requests/parameters';
import { suggestions } from '#lib/api/schemas/suggestion-schema';
import { suggestionsFor } from '#lib/api/suggestions';

export const suggestionOperations = {
  /** `Suggestions`; without any where nothing is like the words. Source: `suggest`. */
  suggest: operation({
    name: 'suggest',
    path: '/suggestions',
    summary: 'Authors and books for words that are still being typed',
    description: 'The last word may be unfinished. Where nothing matches, slips are forgiven.',
    parameters: z.strictObject({
      q: one(words).describe('What has been typed so far.'),
      limit: one(wholeNumber(1, 10))
        .default(6)
        .describe('At most so many authors, and so many books; there may be fewer than would match.'),
    }),
    answer: suggestions,
    respond: async ({ q, limit }) => ({ kind: 'found', body: await suggestionsFor(q, limit) }),
  }),
};
