import { z } from 'zod';
import { component, listOf } from '#lib/api/openapi/components';
import { amount, id, link, text } from '#lib/api/schemas/fields';

const partialDate = (of: string) =>
  z
    .string()
    .nullable()
    .describe(
      `${of} as exactly as it is known: \`1927\`, \`1927-03\`, \`1927-03-06\`; \`-0427\` is 427 BCE.`,
    );

const authorExample = {
  id: 7,
  name: 'Gabriel García Márquez',
  sort_name: 'García Márquez, Gabriel',
  born: '1927-03-06',
  died: '2014-04-17',
  books: 4,
  href: '/api/v1/authors/7',
  page: '/authors/7-gabriel-garcia-marquez',
};

const authorFields = {
  id,
  name: text,
  sort_name: text,
  born: partialDate('The date of birth'),
  died: partialDate('The date of death'),
  books: amount.describe('How many books of the library they had a part in.'),
  href: link('the complete record'),
  page: link('the page for people'),
};

/** An author as lists show them. */
export const authorInList = component(
  'AuthorInList',
  'An author as lists show them.',
  z.object(authorFields),
  authorExample,
);

/** An author with the other forms of the name. */
export const author = component(
  'Author',
  'An author, with the other forms of the name.',
  z.object({ ...authorFields, variants: z.array(text).describe('Other and romanised forms of the name.') }),
  { ...authorExample, variants: ['Gabo'] },
);

export const authorPage = listOf('AuthorPage', authorInList);

export type AuthorInList = z.output<typeof authorInList>;
export type Author = z.output<typeof author>;
