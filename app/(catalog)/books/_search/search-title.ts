import type { Metadata } from 'next';
import { getI18n, type I18n } from '#lib/i18n/get-i18n';
import type { Params, SearchRequest } from '#lib/search/request';
import { feedOf } from '../../../_publishing/metadata';
import { filtersOf, type Labels, resultsAt } from '../../_browse/results-at';
import { pagedTitle } from '../../_parts/page-title';

/** “4 books for “le guin””; of how many nobody has counted, the words alone. */
export async function searchHeading(params: Params): Promise<string> {
  const [{ t }, { asked, results }] = [await getI18n(), await resultsAt(params)];
  const query = results.found.correctedQuery ?? asked.request.q;
  if (results.coverage !== 'complete') return t('books.results', { query });
  return t('search.found', { count: results.page.total, query });
}

/** What was searched: the words and the filters. */
function searchTitle(request: SearchRequest, label: Labels, { t }: I18n): string {
  const filters = filtersOf(request)
    .map(({ name, value }) => label(name, value))
    .join(', ');
  if (request.q && filters) return t('search.narrowed', { query: request.q, filters });
  if (request.q) return t('books.results', { query: request.q });
  return filters ? t('search.filtered', { filters }) : t('search.everything');
}

export async function searchMetadata(params: Params): Promise<Metadata> {
  const [i18n, { asked, label }] = [await getI18n(), await resultsAt(params)];
  const title = searchTitle(asked.request, label, i18n);
  const page = Promise.resolve(params.page === undefined ? {} : { page: params.page });
  const feed = await feedOf(asked.request);
  return { ...(await pagedTitle(title, page, i18n.t)), ...feed, robots: { index: false } };
}
