import type { Author, AuthorInList } from '#lib/api/schemas/author-schema';
import { authorPath } from '#lib/catalog/address';
import type { AuthorDetail, AuthorInList as ListedAuthor } from '#lib/catalog/authors/author-queries';

export const authorInList = ({ id, name, sortName, born, died, books }: ListedAuthor): AuthorInList => ({
  id,
  name,
  sort_name: sortName,
  born,
  died,
  books,
  href: `/api/v1/authors/${id}`,
  page: authorPath({ id, name }),
});

export const authorBody = (author: AuthorDetail): Author => ({
  ...authorInList(author),
  variants: author.variants,
});
