import type { Scope } from '#lib/browse/scope';
import type { I18n } from '#lib/i18n/get-i18n';
import type { FilterName, SearchRequest } from '#lib/search/request';
import type { SearchResult } from '#lib/search/search';
import { html, type SafeHtml } from '../../_ui/raw-html/html';
import { lastWritten } from '../../_ui/raw-html/last-written';
import { filterFormId } from './filter-form-id';

type Props = {
  scope: Scope;
  groups: SafeHtml[];
  expanded: FilterName[];
  request: SearchRequest;
  found: SearchResult;
  i18n: I18n;
};

const written = lastWritten<SafeHtml[]>();

/** The groups are those of one list in one language: see `filterGroups`. */
export function filterForm(props: Props): SafeHtml {
  const { q, sort, size } = props.request;
  return written(props.groups, JSON.stringify([q, sort, size, props.expanded]), () => form(props));
}

/**
 * With scripts what is ticked applies. Without them a button does, before the first box and after the last; and what
 * was ticked but not applied is not to come back with the page: hence no autocomplete. The Enter key presses the first
 * button of a form: it must not be one that unfolds.
 */
function form({ scope, groups, expanded, request, found, i18n: { t } }: Props): SafeHtml {
  const apply = html`<noscript><button class="button" type="submit">${t('search.apply')}</button></noscript>`;
  return html`<a class="skip-filters" href="#results">${t('search.skipFilters')}</a>
<form id="${filterFormId}" action="${scope.path}" autocomplete="off" aria-label="${t('search.filters')}">
<button type="submit" hidden></button>${kept(request)}${expanded.map((name) => hidden('more', name))}${apply}${groups}
${found.counted === 'some' ? html`<p class="text-quiet">${t('search.counted')}</p>` : null}${apply}</form>`;
}

/** What stays as it is when filters are applied. */
const kept = ({ q, sort, size }: SearchRequest): SafeHtml[] =>
  Object.entries({ q, sort: sort === 'relevance' ? '' : sort, size })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => hidden(name, value));

const hidden = (name: string, value: string | number) =>
  html`<input type="hidden" name="${name}" value="${value}">`;
