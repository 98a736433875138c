import type { Language } from '#lib/i18n/request';
import type { SearchRequest } from '#lib/search/request';
import type { Results } from '#lib/search/results';
import { type Html, html, markup } from '../../_ui/html';
import { filterGroup } from './filter-group';
import type { Labels } from './results-at';

type Props = { request: SearchRequest; results: Results; label: Labels; words: Language };

/** The filters beside the books; on a phone a disclosure above them. */
export function FilterPanel(props: Props) {
  if (props.results.offered.length === 0) return <div />;
  return <details className="filters" {...markup(panel(props))} />;
}

/** What was ticked but not applied is not to come back with the page: hence no autocomplete. */
const panel = ({ request, results: { offered, found }, label, words }: Props): Html =>
  html`<summary>${words.t('search.filters')}</summary>
<a class="skip-filters" href="#results">${words.t('search.skipFilters')}</a>
<form action="/books" autocomplete="off" aria-label="${words.t('search.filters')}">
${kept(request)}${offered.map((facets) => filterGroup(facets, label, words))}
${found.counted === 'some' ? html`<p class="text-quiet">${words.t('search.counted')}</p>` : null}
<button class="button" type="submit">${words.t('search.apply')}</button></form>`;

/** What stays as it is when filters are applied. */
const kept = ({ q, sort, size }: SearchRequest): Html[] =>
  Object.entries({ q, sort: sort === 'relevance' ? '' : sort, size })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
