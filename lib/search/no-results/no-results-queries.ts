import { countUpTo } from '#lib/search/candidates';
import { deadline } from '#lib/search/deadline';
import { facetGroups } from '#lib/search/facets/facets';
import {
  type CountedQuery,
  queriesThatFind,
  type RelaxedQuery,
  relaxedQueries,
  veryRelaxedQueries,
} from '#lib/search/no-results/relaxed-queries';
import { maxTerms, parseTerms } from '#lib/search/query';
import type { SearchRequest } from '#lib/search/request';

/** Counted so far: what leads to more books than this is not near to what was asked. */
export const maxCounted = 100;

/** Where a search that found nothing may be broadened, with how many books there are: those that were counted in time. */
export async function countedRelaxedQueries(request: SearchRequest): Promise<CountedQuery[]> {
  const until = deadline();
  const near = queriesThatFind(await counted(relaxedQueries(request), until));
  if (near.length > 0) return near;
  const far = await counted(veryRelaxedQueries(request), until);
  return queriesThatFind(far.filter(({ count }) => count <= maxCounted));
}

const counted = (ways: RelaxedQuery[], until: number): Promise<CountedQuery[]> =>
  Promise.all(
    ways.map(async (way) => {
      const { q, filters } = way.request;
      const terms = parseTerms(q).slice(0, maxTerms);
      const counting = { facets: facetGroups(filters), limit: maxCounted + 1, until };
      return { ...way, count: await countUpTo(terms, counting) };
    }),
  );
