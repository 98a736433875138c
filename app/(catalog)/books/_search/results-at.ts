import { cache } from 'react';
import { getI18n } from '#lib/i18n/get-i18n';
import { filterLabel, type LabelWords } from '#lib/search/facets/facet-labels';
import { expandedIn, filterNames, type Params, paramsOf, type SearchRequest } from '#lib/search/request';
import { namesOf, resolveSearch, resultsOf } from '#lib/search/results';
import { readSession } from '#lib/visitor/session';
import { filterGroups, type Labels } from './filter-groups';

export type { Labels };

/** Everything that a page of results shows, found once for the page and its title. */
export const resultsAt = (params: Params) => found(queryOf(params));

const found = cache(async (query: string) => {
  const [session, spoken] = [await readSession(), await getI18n()];
  const asked = await resolveSearch(paramsOf(query), { size: session.get('pageSize', 10) });
  const results = await resultsOf(asked.request);
  const i18n: LabelWords = { ...spoken, ...(await namesOf(asked.request.filters)) };
  const label: Labels = (name, value) => filterLabel(name, value, i18n);
  const expanded = expandedIn(paramsOf(query));
  const groups = await filterGroups(
    { found: results.found, filters: asked.request.filters, expanded },
    spoken,
  );
  return { asked, results, groups, expanded, label, listed: session.get('list', []) };
});

/** As text, for what is remembered within a request is known again by what it is asked with. */
function queryOf(params: Params): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each ?? '']),
  );
  return String(new URLSearchParams(pairs));
}

/** Every filter that is set, one by one. */
export const filtersOf = ({ filters }: SearchRequest) =>
  filterNames.flatMap((name) => filters[name].map((value) => ({ name, value })));
