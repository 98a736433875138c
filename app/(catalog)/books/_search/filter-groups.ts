import type { I18n } from '#lib/i18n/get-i18n';
import type { Locale } from '#lib/i18n/locales';
import { filterLabel } from '#lib/search/facets/facet-labels';
import type { FacetsOffered, FacetValue } from '#lib/search/facets/facets-offered';
import type { FilterName, Filters } from '#lib/search/request';
import { filtersBeside } from '#lib/search/results';
import type { SearchResult } from '#lib/search/search';
import { html, type SafeHtml } from '../../../_ui/raw-html/html';

export type Labels = (name: FilterName, value: string | number) => string;

type Asked = { found: SearchResult; filters: Filters; expanded: readonly FilterName[] };

const written = new WeakMap<SearchResult, Map<Locale, SafeHtml[]>>();

/**
 * A group of check boxes for each kind of filter, fifty and more. As most pages show them they are written once in a
 * language for as long as their search is remembered; unfolded, for whoever asks: there are too many ways to keep.
 */
export async function filterGroups(asked: Asked, i18n: I18n): Promise<SafeHtml[]> {
  if (asked.expanded.length > 0) return writeGroups(asked, i18n);
  const known = written.get(asked.found) ?? new Map<Locale, SafeHtml[]>();
  written.set(asked.found, known);
  const groups = known.get(i18n.locale) ?? (await writeGroups(asked, i18n));
  known.set(i18n.locale, groups);
  return groups;
}

async function writeGroups({ found, filters, expanded }: Asked, i18n: I18n): Promise<SafeHtml[]> {
  const [offered, names] = await filtersBeside(found, filters, expanded);
  const labelled = { ...i18n, ...names };
  return offered.map((facets) => filterGroup(facets, (...of) => filterLabel(...of, labelled), i18n));
}

const groupId = (name: FilterName) => `filter-${name}`;

/** One kind of filter. The button that unfolds it sends what is ticked with it: nothing of that is lost. */
function filterGroup({ name, values, more }: FacetsOffered, label: Labels, i18n: I18n): SafeHtml {
  const box = ({ value, count, chosen }: FacetValue) =>
    html`<label><input type="checkbox" name="${name}" value="${value}"${chosen ? checked : null}> <bdi>${label(name, value)}</bdi> ${i18n.number(count)}</label>`;
  const [kind, others] = [i18n.t(`search.kind.${name}`), i18n.t('search.more', { count: more })];
  const expand = html`<button type="submit" name="more" value="${name}" formaction="/books#${groupId(name)}" aria-label="${others}: ${kind}">${others}</button>`;
  return html`<fieldset id="${groupId(name)}"><legend>${kind}</legend>${values.map(box)}${more > 0 ? expand : null}</fieldset>`;
}

const checked = html` checked`;
