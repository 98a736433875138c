import { z } from 'zod';
import { component } from '#lib/api/openapi/components';
import { amount, id, text } from '#lib/api/schemas/fields';
import { formats } from '#lib/catalog/books/book';

const values = <Value extends z.ZodType>(value: Value) =>
  z.array(
    z.object({
      value: value.describe('What the parameter of this name takes.'),
      label: text.describe('What it is called, in English; a name as the library has it.'),
      count: amount.describe('How many books it has, or would have if it were chosen.'),
    }),
  );

/** How many of the books each value of a filter has. */
export const facets = component(
  'Facets',
  'How many books each value of a filter has, most first and at most 30 of each. Values of a filter that is set are counted as if it were not: they are what else could be chosen.',
  z.object({
    available: values(z.literal('true')),
    format: values(z.enum(formats)),
    genre: values(id),
    language: values(text),
    author: values(id),
    decade: values(z.int()),
  }),
  {
    available: [{ value: 'true', label: 'On the shelf', count: 5 }],
    format: [{ value: 'book', label: 'Book', count: 9 }],
    genre: [{ value: 3, label: 'Magic realism', count: 4 }],
    language: [{ value: 'es', label: 'Spanish', count: 7 }],
    author: [{ value: 7, label: 'Gabriel García Márquez', count: 4 }],
    decade: [{ value: 1960, label: '1960s', count: 2 }],
  },
);

export type Facets = z.output<typeof facets>;
