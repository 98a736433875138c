import { z } from 'zod';
import { component } from '#lib/api/openapi/components';
import { id, link, optionalText, text } from '#lib/api/schemas/fields';
import { contributorRoles } from '#lib/catalog/books/book';

export const contributorExample = {
  id: 7,
  name: 'Gabriel García Márquez',
  role: 'author' as const,
  credited_as: null,
  href: '/api/v1/authors/7',
};

export const contributor = component(
  'Contributor',
  'Who had a part in a book, in the order of the title page.',
  z.object({
    id,
    name: text,
    role: z.enum(contributorRoles),
    credited_as: optionalText.describe('The name as this book prints it, where that is another form.'),
    href: link('the author'),
  }),
  contributorExample,
);
