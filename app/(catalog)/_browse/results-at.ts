import { cache } from 'react';
import { allBooks, type Scope, searchWithin } from '#lib/browse/scope';
import { getI18n } from '#lib/i18n/get-i18n';
import { defaultPageSize } from '#lib/lists/page-sizes';
import { filterLabel, type LabelWords } from '#lib/search/facets/facet-labels';
import { filterNames, type Params, paramsOf, parseQuery, type SearchRequest } from '#lib/search/request';
import { namesOf, resolveSearch, resultsOf } from '#lib/search/results';
import { readSession } from '#lib/visitor/session';
import { type Labels, namedIn } from './filter-groups';

export type { Labels };

/** What was found, for a page and its title once. */
export const resultsAt = (params: Params, scope: Scope = allBooks) =>
  found(queryOf(searchWithin(scope, params)));

const found = cache(async (query: string) => {
  const [session, spoken] = [await readSession(), await getI18n()];
  const params = paramsOf(query);
  // Without words books are in the order of all lists.
  const sort = params.sort ?? (parseQuery(params.q) ? undefined : session.get('sort', 'title'));
  const size = session.get('pageSize', defaultPageSize);
  const asked = await resolveSearch({ ...params, sort }, { size });
  const results = await resultsOf(asked.request);
  const words: LabelWords = { ...spoken, ...namedIn(await namesOf(asked.request.filters), spoken.t) };
  const label: Labels = (name, value) => filterLabel(name, value, words);
  return { asked, results, label, listed: session.get('list', []) };
});

/** As text, for what is remembered within a request is known again by what it is asked with. */
function queryOf(params: Params): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (each === undefined ? [] : [[name, each]])),
  );
  return String(new URLSearchParams(pairs));
}

/** Every filter that is set, one by one. */
export const filtersOf = ({ filters }: SearchRequest) =>
  filterNames.flatMap((name) => filters[name].map((value) => ({ name, value })));
