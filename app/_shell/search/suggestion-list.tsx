import { useEffect, useRef } from 'react';
import type { Option } from '#lib/search/suggestions/suggested-options';
import type { ComboboxState } from './combobox-state';

type Props = {
  id: string;
  box: ComboboxState<Option>;
  label: string;
  choose: (option: Option) => void;
};

/** The suggestions. The focus stays in the box, also under a mouse or a finger. */
export function SuggestionList({ id, box: { options, open, chosen }, label, choose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="suggestions" hidden={!open}>
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box.
        <div
          key={option.path}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          <span className="suggestion-text" lang={option.language ?? undefined} dir="auto">
            {option.parts.map(([part, typed], nth) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text stand where they stand.
              typed ? <mark key={nth}>{part}</mark> : part,
            )}
          </span>{' '}
          {option.detail && <span dir="auto">{option.detail}</span>} <span>{option.kind}</span>
        </div>
      ))}
    </div>
  );
}
