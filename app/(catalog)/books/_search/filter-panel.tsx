import type { I18n } from '#lib/i18n/get-i18n';
import type { FilterName, SearchRequest } from '#lib/search/request';
import type { SearchResult } from '#lib/search/search';
import { html, type SafeHtml } from '../../../_ui/raw-html/html';
import { htmlRef } from '../../../_ui/raw-html/html-ref';
import { lastWritten } from '../../../_ui/raw-html/last-written';
import { RawHtml } from '../../../_ui/raw-html/raw-html';

type Props = {
  groups: SafeHtml[];
  expanded: FilterName[];
  request: SearchRequest;
  found: SearchResult;
  i18n: I18n;
};

/** The filters beside the books; on a phone a disclosure above them. */
export function FilterPanel(props: Props) {
  if (props.groups.length === 0) return <div />;
  return (
    <RawHtml as="details" className="filters" open={props.expanded.length > 0} {...htmlRef(panelOf(props))} />
  );
}

const written = lastWritten<SafeHtml[]>();

/** The groups are those of one search in one language: see `filterGroups`. */
function panelOf(props: Props): SafeHtml {
  const { q, sort, size } = props.request;
  return written(props.groups, JSON.stringify([q, sort, size, props.expanded]), () => panel(props));
}

/**
 * What was ticked but not applied is not to come back with the page: hence no autocomplete. The first button applies:
 * it is the one that the Enter key presses, and no reader has to go past a hundred boxes to it.
 */
function panel({ groups, expanded, request, found, i18n: { t } }: Props): SafeHtml {
  const apply = html`<button class="button" type="submit">${t('search.apply')}</button>`;
  return html`<summary>${t('search.filters')}</summary>
<a class="skip-filters" href="#results">${t('search.skipFilters')}</a>
<form action="/books" autocomplete="off" aria-label="${t('search.filters')}">
${kept(request)}${expanded.map((name) => hidden('more', name))}${apply}${groups}
${found.counted === 'some' ? html`<p class="text-quiet">${t('search.counted')}</p>` : null}${apply}</form>`;
}

/** What stays as it is when filters are applied. */
const kept = ({ q, sort, size }: SearchRequest): SafeHtml[] =>
  Object.entries({ q, sort: sort === 'relevance' ? '' : sort, size })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => hidden(name, value));

const hidden = (name: string, value: string | number) =>
  html`<input type="hidden" name="${name}" value="${value}">`;
