import type { Language } from '#lib/i18n/request';
import { filterLabel } from '#lib/search/facet-labels';
import type { FacetsOffered, FacetValue } from '#lib/search/facets-offered';
import type { FilterName, Filters } from '#lib/search/request';
import { filtersBeside } from '#lib/search/results';
import type { SearchResult } from '#lib/search/search';
import { type Html, html } from '../../_ui/html';
import type { Labels } from './results-at';

type Groups = Promise<Html[]>;
type Unfolded = readonly FilterName[];

const written = new WeakMap<SearchResult, Map<string, Groups>>();

/**
 * A group of check boxes for each kind of filter. They are fifty and more, so they are written once in a language, for
 * as long as their search is remembered; `filters` are those of the search.
 */
export function filterGroups(
  found: SearchResult,
  filters: Filters,
  unfolded: Unfolded,
  words: Language,
): Groups {
  const known = written.get(found) ?? new Map<string, Groups>();
  const key = [words.locale, ...unfolded].join(' ');
  const groups = known.get(key) ?? writeGroups(found, filters, unfolded, words);
  written.set(found, known.set(key, groups));
  return groups;
}

async function writeGroups(
  found: SearchResult,
  filters: Filters,
  unfolded: Unfolded,
  words: Language,
): Groups {
  const [offered, names] = await filtersBeside(found, filters, unfolded);
  const labelled = { ...words, ...names };
  return offered.map((facets) => filterGroup(facets, (...of) => filterLabel(...of, labelled), words));
}

const groupId = (name: FilterName) => `filter-${name}`;

/** One kind of filter. The button that unfolds it sends what is ticked with it: nothing of that is lost. */
function filterGroup({ name, values, more }: FacetsOffered, label: Labels, words: Language): Html {
  const box = ({ value, count, chosen }: FacetValue) =>
    html`<label><input type="checkbox" name="${name}" value="${value}"${chosen ? checked : null}> <bdi>${label(name, value)}</bdi> ${words.number(count)}</label>`;
  const [kind, others] = [words.t(`search.kind.${name}`), words.t('search.more', { count: more })];
  const unfold = html`<button type="submit" name="more" value="${name}" formaction="/books#${groupId(name)}" aria-label="${others}: ${kind}">${others}</button>`;
  return html`<fieldset id="${groupId(name)}"><legend>${kind}</legend>${values.map(box)}${more > 0 ? unfold : null}</fieldset>`;
}

const checked = html` checked`;
