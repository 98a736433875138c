import { z } from 'zod';
import { component } from '#lib/api/openapi/components';
import { bookExample, bookInList } from '#lib/api/schemas/book-schema';
import { facets } from '#lib/api/schemas/facet-schema';
import { amount } from '#lib/api/schemas/fields';

/** One page of what a search found, with ways to narrow it. */
export const found = component(
  'SearchResult',
  'One page of what a search found, in the order asked for.',
  z.object({
    items: z.array(bookInList),
    page: z.int().min(1),
    total: amount.describe('How many books were found.'),
    more: z
      .boolean()
      .describe(
        'True when there are more than `total`: then these are the best of them or, in another order, the first of them, as far as time allowed. The rest is not counted.',
      ),
    corrected: z
      .string()
      .nullable()
      .describe('The words that were searched instead, where no book has those of `q`.'),
    facets,
    counted: z
      .enum(['all', 'some'])
      .describe('Whether `facets` are of all books, or of those that there was time to count.'),
  }),
  {
    items: [bookExample],
    page: 1,
    total: 1,
    more: false,
    corrected: 'soledad',
    facets: {
      available: [{ value: 'true', label: 'On the shelf', count: 1 }],
      format: [{ value: 'book', label: 'Book', count: 1 }],
      genre: [{ value: 3, label: 'Magic realism', count: 1 }],
      language: [{ value: 'es', label: 'Spanish', count: 1 }],
      author: [{ value: 7, label: 'Gabriel García Márquez', count: 1 }],
      decade: [{ value: 1960, label: '1960s', count: 1 }],
    },
    counted: 'all',
  },
);

export type Found = z.output<typeof found>;
