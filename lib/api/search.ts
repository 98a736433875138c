import { bookInList } from '#lib/api/bodies/book-body';
import { facetLabels } from '#lib/api/facet-labels';
import type { Found } from '#lib/api/schemas/search-schema';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { cachedSearch } from '#lib/search/cache/search-cache';
import type { SearchRequest } from '#lib/search/request';

/** One page of what a search finds. A page past the end has no books. */
export async function searchBooks({ page, size, ...asked }: SearchRequest): Promise<Found> {
  const { ids, more, correctedQuery, facets, counted } = await cachedSearch(asked);
  const books = await booksInOrder(ids.slice((page - 1) * size, page * size));
  return {
    items: books.map(bookInList),
    page,
    total: ids.length,
    more,
    corrected: correctedQuery ?? null,
    facets: await facetLabels(facets),
    counted,
  };
}
