import { isOpen, type Scope } from '#lib/browse/scope';
import type { I18n } from '#lib/i18n/get-i18n';
import { subjectName } from '#lib/i18n/known-names';
import type { Translate } from '#lib/i18n/translator';
import { filterLabel, type LabelWords } from '#lib/search/facets/facet-labels';
import type { FacetsOffered, FacetValue } from '#lib/search/facets/facets-offered';
import type { FilterName, Filters } from '#lib/search/request';
import { filtersBeside } from '#lib/search/results';
import type { SearchResult } from '#lib/search/search';
import { html, type SafeHtml } from '../../_ui/raw-html/html';

type Named = Pick<LabelWords, 'genres' | 'authors'>;
export type Labels = (name: FilterName, value: string | number) => string;

type Asked = { scope: Scope; found: SearchResult; filters: Filters; expanded: readonly FilterName[] };

const written = new WeakMap<SearchResult, Map<string, SafeHtml[]>>();

/**
 * A group of check boxes for each kind of filter, fifty and more. As most pages show them they are written once in a
 * language for as long as their search is remembered; unfolded, for whoever asks: there are too many ways to keep.
 */
export async function filterGroups(asked: Asked, i18n: I18n): Promise<SafeHtml[]> {
  if (asked.expanded.length > 0) return writeGroups(asked, i18n);
  const known = written.get(asked.found) ?? new Map<string, SafeHtml[]>();
  written.set(asked.found, known);
  const key = `${i18n.locale} ${asked.scope.path}`;
  const groups = known.get(key) ?? (await writeGroups(asked, i18n));
  known.set(key, groups);
  return groups;
}

async function writeGroups({ scope, found, filters, expanded }: Asked, i18n: I18n): Promise<SafeHtml[]> {
  const [offered, names] = await filtersBeside(found, filters, expanded);
  const labelled = { ...i18n, ...namedIn(names, i18n.t) };
  const label: Labels = (...of) => filterLabel(...of, labelled);
  // Whether a book is in has its own switch, beside the order.
  const open = offered.filter(({ name }) => name !== 'available' && isOpen(scope, name));
  return open.map((facets) => filterGroup(facets, { label, path: scope.path, i18n }));
}

/** Genres by their names in the reader's language. */
export const namedIn = ({ genres, authors }: Named, t: Translate): Named => ({
  genres: new Map([...genres].map(([id, name]) => [id, subjectName(t, name)])),
  authors,
});

const groupId = (name: FilterName) => `filter-${name}`;

type Words = { label: Labels; path: string; i18n: I18n };

/** One kind of filter. The button that unfolds it sends what is ticked with it: nothing of that is lost. */
function filterGroup({ name, values, more }: FacetsOffered, { label, path, i18n }: Words): SafeHtml {
  // By its id a box stays the same one, with the focus on it, where others come before it.
  const box = ({ value, count, chosen }: FacetValue) =>
    html`<label id="${name}-${value}"><input type="checkbox" name="${name}" value="${value}"${chosen ? checked : null}> <bdi>${label(name, value)}</bdi> ${i18n.number(count)}</label>`;
  const [kind, others] = [i18n.t(`search.kind.${name}`), i18n.t('search.more', { count: more })];
  const any = values.some(({ chosen }) => chosen) ? html` <span>${i18n.t('search.anyOf')}</span>` : null;
  const expand = html`<button type="submit" name="more" value="${name}" formaction="${path}#${groupId(name)}" aria-label="${others}: ${kind}">${others}</button>`;
  return html`<fieldset id="${groupId(name)}"><legend>${kind}${any}</legend>${values.map(box)}${more > 0 ? expand : null}</fieldset>`;
}

const checked = html` checked`;
