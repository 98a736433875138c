import type { Language } from '#lib/i18n/request';
import type { FacetsOffered, FacetValue } from '#lib/search/facets-offered';
import type { Labels } from './results-at';

type Props = { facets: FacetsOffered; label: Labels; words: Language };

/** One kind of filter: its most common values, and a few more on demand. */
export function FilterGroup({ facets: { name, shown, more }, label, words }: Props) {
  const box = (value: FacetValue) => (
    <FilterBox key={value.value} name={name} value={value} label={label(name, value.value)} words={words} />
  );
  return (
    <fieldset>
      <legend>{words.t(`search.kind.${name}`)}</legend>
      {shown.map(box)}
      {more.length > 0 && (
        <details>
          <summary>{words.t('search.more', { count: more.length })}</summary>
          {more.map(box)}
        </details>
      )}
    </fieldset>
  );
}

type BoxProps = { name: string; value: FacetValue; label: string; words: Language };

function FilterBox({ name, value: { value, count, chosen }, label, words }: BoxProps) {
  return (
    <label>
      {/* Made anew where it changes by a link: its tick is the browser's own otherwise. */}
      <input key={String(chosen)} type="checkbox" name={name} value={value} defaultChecked={chosen} />
      <span dir="auto">{label}</span> <span className="text-quiet">{words.number(count)}</span>
    </label>
  );
}
