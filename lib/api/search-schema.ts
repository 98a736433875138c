import { z } from 'zod';
import { bookExample, bookInList } from '#lib/api/book-schema';
import { component } from '#lib/api/components';
import { amount } from '#lib/api/fields';

/** One page of what a search found, best first. */
export const found = component(
  'SearchResult',
  'One page of what a search found, in the order asked for.',
  z.object({
    items: z.array(bookInList),
    page: z.int().min(1),
    total: amount.describe('How many books were found.'),
    more: z.boolean().describe('True when there are more than `total`, which were not counted.'),
  }),
  { items: [bookExample], page: 1, total: 1, more: false },
);
