import type { FacetCount, FacetCounts } from '#lib/search/facets/facets';
import { type FilterName, type Filters, filterNames } from '#lib/search/request';

export type FacetValue = FacetCount & { chosen: boolean };

export type FacetsOffered = { name: FilterName; values: FacetValue[]; more: number };

const collapsedLimit = 8;
const mostUnfolded = 200;

/** So few more are no reason to hide them. */
const fewMore = 2;

/**
 * What the filters beside `found` books offer: of each kind the values with the most books, more where it is unfolded,
 * and every chosen one, also where no book is left of it. A kind that would change nothing is left out.
 */
export function facetsOffered(
  counts: FacetCounts,
  filters: Filters,
  found: number,
  expanded: readonly FilterName[],
): FacetsOffered[] {
  return filterNames.flatMap((name) => {
    const all = valuesOf(counts[name], filters[name]);
    if (!all.some(({ count, chosen }) => chosen || count < found)) return [];
    const most = expanded.includes(name) ? mostUnfolded : collapsedLimit;
    const values = all.filter(({ chosen }, place) => chosen || place < most || all.length <= most + fewMore);
    return [{ name, values: arranged(name, values), more: all.length - values.length }];
  });
}

function valuesOf(counted: FacetCount[], chosen: readonly (string | number)[]): FacetValue[] {
  const known = new Set(counted.map(({ value }) => value));
  const gone = chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }));
  return [...counted, ...gone].map((each) => ({ ...each, chosen: chosen.includes(each.value) }));
}

const arranged = (name: FilterName, values: FacetValue[]) =>
  name === 'decade' ? values.toSorted((a, b) => Number(b.value) - Number(a.value)) : values;
