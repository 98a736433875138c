import { cacheUntilCommit } from '#lib/process-cache';
import { candidates } from '#lib/search/candidates';
import { deadline } from '#lib/search/deadline';
import { countFacets, facetGroups } from '#lib/search/facets/facets';
import { type Filters, noFilters, searchParams } from '#lib/search/request';
import type { SearchResult } from '#lib/search/search';

const cache = cacheUntilCommit<SearchResult>({ max: 50, isShared: ({ cutShort }) => !cutShort });

/**
 * By what a list that nothing narrows can be narrowed: counted among any of its books, at most as many as a search
 * looks at. They are put into no order, which is what takes time in a large library.
 */
export const facetsWithin = (filters: Filters = noFilters()): Promise<SearchResult> =>
  cache(String(searchParams({ q: '', filters, sort: 'title' })), async () => {
    const asked = { terms: [], wholeTitles: new Map(), unfinished: 'none', until: deadline() } as const;
    const { entries, coverage } = await candidates(asked, facetGroups(filters));
    return {
      ids: entries.map(({ id }) => id),
      coverage,
      more: coverage !== 'complete',
      facets: countFacets(entries),
      counted: coverage === 'complete' ? 'all' : 'some',
      cutShort: coverage === 'timedOut',
      authors: [],
      terms: [],
      near: false,
      whole: false,
    };
  });
