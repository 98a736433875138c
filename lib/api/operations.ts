import { authorOperations } from '#lib/api/author-operations';
import { bookOperations } from '#lib/api/book-operations';
import type { Operation } from '#lib/api/operation';
import { searchOperations } from '#lib/api/search-operations';
import { subjectOperations } from '#lib/api/subject-operations';
import { suggestionOperations } from '#lib/api/suggestion-operations';

/** Everything the API can do, in the order in which its description tells it. */
export const operations: Operation[] = [
  ...Object.values(bookOperations),
  ...Object.values(searchOperations),
  ...Object.values(suggestionOperations),
  ...Object.values(authorOperations),
  ...Object.values(subjectOperations),
];
