import type { Language } from '#lib/i18n/request';
import type { FacetsOffered, FacetValue } from '#lib/search/facets-offered';
import { type Html, html } from '../../_ui/html';
import type { Labels } from './results-at';

/** One kind of filter: its most common values, and a few more on demand. */
export function filterGroup({ name, shown, more }: FacetsOffered, label: Labels, words: Language): Html {
  const box = ({ value, count, chosen }: FacetValue) =>
    html`<label><input type="checkbox" name="${name}" value="${value}"${chosen ? checked : null}> <bdi>${label(name, value)}</bdi> <small>${words.number(count)}</small></label>`;
  const others = html`<details><summary>${words.t('search.more', { count: more.length })}</summary>${more.map(box)}</details>`;
  return html`<fieldset><legend>${words.t(`search.kind.${name}`)}</legend>${shown.map(box)}${more.length > 0 ? others : null}</fieldset>`;
}

const checked = html` checked`;
