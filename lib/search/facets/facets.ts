import type { SearchEntry, WordQuery } from '#db/search/engine';
import { type FilterName, type Filters, filterNames } from '#lib/search/request';

/** The letter that a kind of filter has in the words of an entry: see db/migrations/sqlite/0005_search.sql. */
const letters: Record<FilterName, string> = {
  available: 'v',
  format: 'f',
  genre: 'g',
  language: 'l',
  author: 'a',
  decade: 'd',
};
const names = new Map(filterNames.map((name) => [letters[name], name]));

const ofDecade = (decade: number) => (decade < 0 ? `n${-decade / 10}` : String(decade / 10));
const toDecade = (text: string) => (text.startsWith('n') ? -Number(text.slice(1)) : Number(text)) * 10;

function token(name: FilterName, value: string | number): string {
  if (name === 'available') return 'v_1';
  if (name === 'decade') return `d_${ofDecade(Number(value))}`;
  // A hyphen would end a word: `pt-BR` is l_pt_br.
  return `${letters[name]}_${String(value).replaceAll('-', '_')}`;
}

export const facetGroups = (filters: Filters, but?: FilterName): string[][] =>
  filterNames
    .filter((name) => name !== but && filters[name].length > 0)
    .map((name) => filters[name].map((value) => token(name, value)));

export const passes = (entry: SearchEntry, groups: WordQuery['facets']): boolean => {
  const facets = new Set(entry.facets.split(' '));
  return groups.every((any) => any.some((facet) => facets.has(facet)));
};

export type FacetCount = { value: string | number; count: number };
export type FacetCounts = Record<FilterName, FacetCount[]>;

export function countFacets(entries: readonly SearchEntry[]): FacetCounts {
  const counts = new Map<string, number>();
  for (const { facets } of entries)
    for (const facet of facets.split(' ')) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  const kinds: FacetCounts = { available: [], format: [], genre: [], language: [], author: [], decade: [] };
  for (const [facet, count] of counts) {
    const name = names.get(facet.slice(0, 1));
    if (name) kinds[name].push({ value: facetValue(name, facet.slice(2)), count });
  }
  for (const name of filterNames) kinds[name].sort((a, b) => b.count - a.count || compare(a.value, b.value));
  return kinds;
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : 1);

function facetValue(name: FilterName, text: string): string | number {
  if (name === 'available') return 'shelf';
  if (name === 'decade') return toDecade(text);
  if (name === 'genre' || name === 'author') return Number(text);
  return name === 'language' ? text.replaceAll('_', '-') : text;
}
