import type { Metadata } from 'next';
import { type Language, language } from '#lib/i18n/get-i18n';
import type { Params, SearchRequest } from '#lib/search/request';
import { feedOf } from '../../../_publishing/metadata';
import { pagedTitle } from '../../_parts/page-title';
import { filtersOf, type Labels, resultsAt } from './results-at';

/** What was searched: the words and the filters. */
export function searchTitle(request: SearchRequest, label: Labels, { t }: Language): string {
  const filters = filtersOf(request)
    .map(({ name, value }) => label(name, value))
    .join(', ');
  if (request.q && filters) return t('search.narrowed', { query: request.q, filters });
  if (request.q) return t('books.results', { query: request.q });
  return filters ? t('search.filtered', { filters }) : t('search.everything');
}

export async function searchMetadata(params: Params): Promise<Metadata> {
  const [words, { asked, label }] = [await language(), await resultsAt(params)];
  const title = searchTitle(asked.request, label, words);
  const page = Promise.resolve(params.page === undefined ? {} : { page: params.page });
  const feed = await feedOf(asked.request);
  return { ...(await pagedTitle(title, page, words.t)), ...feed, robots: { index: false } };
}
