'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useId } from 'react';
import type { Option } from '#lib/search/suggested-options';
import { SuggestionList } from './suggestion-list';
import { useSuggestions } from './use-suggestions';

export type SuggestionsProps = { input: RefObject<HTMLInputElement | null> };

/** What opens under the box it stands beside: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function Suggestions({ input }: SuggestionsProps) {
  const router = useRouter();
  const id = useId();
  const choose = (option: Option) => {
    input.current?.blur();
    router.push(option.path);
  };
  const { box, label, said } = useSuggestions(input, choose);
  useEffect(() => {
    input.current?.setAttribute('aria-controls', id);
  }, [input, id]);
  useEffect(() => {
    input.current?.setAttribute('aria-expanded', String(box.open));
    if (box.chosen >= 0) input.current?.setAttribute('aria-activedescendant', `${id}-${box.chosen}`);
    else input.current?.removeAttribute('aria-activedescendant');
  }, [input, id, box]);
  return (
    <>
      <SuggestionList id={id} box={box} label={label} choose={choose} />
      <span className="sr-only" aria-live="polite">
        {said}
      </span>
    </>
  );
}
