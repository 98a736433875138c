import { queryWords } from '#db/search/words';
import { countUpTo } from '#lib/search/candidates';
import { deadline } from '#lib/search/deadline';
import { facetGroups } from '#lib/search/facets/facets';
import {
  broaderSearches,
  type CountedWay,
  muchBroaderSearches,
  type Way,
  waysThatLead,
} from '#lib/search/no-results/relaxed-queries';
import type { SearchRequest } from '#lib/search/request';
import { mostWords } from '#lib/search/search';

/** Counted so far: what leads to more books than this is not near to what was asked. */
export const mostCounted = 100;

/** Where a search that found nothing may be broadened, with how many books there are: those that were counted in time. */
export async function waysOn(request: SearchRequest): Promise<CountedWay[]> {
  const until = deadline();
  const near = waysThatLead(await counted(broaderSearches(request), until));
  if (near.length > 0) return near;
  const far = await counted(muchBroaderSearches(request), until);
  return waysThatLead(far.filter(({ count }) => count <= mostCounted));
}

const counted = (ways: Way[], until: number): Promise<CountedWay[]> =>
  Promise.all(
    ways.map(async (way) => {
      const { q, filters } = way.request;
      const words = queryWords(q).slice(0, mostWords);
      const counting = { facets: facetGroups(filters), limit: mostCounted + 1, until };
      return { ...way, count: await countUpTo(words, counting) };
    }),
  );
