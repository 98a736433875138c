import { booksById } from '#lib/api/book-queries';
import { facetLabels } from '#lib/api/facet-labels';
import type { Found } from '#lib/api/schemas/search-schema';
import { cachedSearch } from '#lib/search/cache/search-cache';
import type { SearchRequest } from '#lib/search/request';

/** One page of what a search finds. A page past the end has no books. */
export async function searchBooks({ page, size, ...asked }: SearchRequest): Promise<Found> {
  const { ids, more, correctedQuery, facets, counted } = await cachedSearch(asked);
  return {
    items: await booksById(ids.slice((page - 1) * size, page * size)),
    page,
    total: ids.length,
    more,
    corrected: correctedQuery ?? null,
    facets: await facetLabels(facets),
    counted,
  };
}
