import type { FacetCount, FacetCounts } from '#lib/search/facets';
import { type FilterName, type Filters, filterNames } from '#lib/search/request';

export type FacetValue = FacetCount & { chosen: boolean };

/** The values of one kind of filter that a page offers: some at once, others on demand. */
export type FacetsOffered = { name: FilterName; shown: FacetValue[]; more: FacetValue[] };

const mostShown = 8;
const mostInAll = 30;

/**
 * What the filters beside `found` books offer: of each kind the values with the most books, and every chosen one, also
 * where no book is left of it. A kind that would change nothing is left out.
 */
export function facetsOffered(counts: FacetCounts, filters: Filters, found: number): FacetsOffered[] {
  return filterNames.flatMap((name) => {
    const values = valuesOf(counts[name], filters[name]);
    if (!values.some(({ count, chosen }) => chosen || count < found)) return [];
    const shown = new Set(values.filter(({ chosen }, place) => chosen || place < mostShown));
    const more = values.filter((value, place) => !shown.has(value) && place < mostInAll);
    return [{ name, shown: arranged(name, [...shown]), more: arranged(name, more) }];
  });
}

function valuesOf(counted: FacetCount[], chosen: readonly (string | number)[]): FacetValue[] {
  const known = new Set(counted.map(({ value }) => value));
  const gone = chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }));
  return [...counted, ...gone].map((each) => ({ ...each, chosen: chosen.includes(each.value) }));
}

/** Decades stand in their order, the last first. */
const arranged = (name: FilterName, values: FacetValue[]) =>
  name === 'decade' ? values.toSorted((a, b) => Number(b.value) - Number(a.value)) : values;
