import type { Suggestions } from '#lib/api/schemas/suggestion-schema';
import { authorPath, bookPath } from '#lib/catalog/address';
import { type Suggestion, suggest } from '#lib/search/suggestions/suggest';
import type { AuthorSuggestion, BookSuggestion } from '#lib/search/suggestions/suggestion-queries';

const isAuthor = (one: Suggestion): one is AuthorSuggestion => one.kind === 'author';
const isBook = (one: Suggestion): one is BookSuggestion => one.kind === 'book';

/** At most `limit` of each kind. */
export async function suggestionsFor(q: string, limit: number): Promise<Suggestions> {
  const suggested = await suggest(q);
  return {
    authors: suggested.filter(isAuthor).slice(0, limit).map(authorOf),
    books: suggested.filter(isBook).slice(0, limit).map(bookOf),
  };
}

const authorOf = ({ kind: _, otherName: __, ...author }: AuthorSuggestion) => ({
  ...author,
  href: `/api/v1/authors/${author.id}`,
  page: authorPath(author),
});

const bookOf = ({ kind: _, otherTitle: __, ...book }: BookSuggestion) => ({
  ...book,
  href: `/api/v1/books/${book.id}`,
  page: bookPath(book),
});
