'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type RefObject, useEffect, useId, useRef } from 'react';
import type { Option } from '#lib/search/suggestions/suggested-options';
import { moveTo } from '../../_ui/focus/move-focus';
import { SuggestionList } from './suggestion-list';
import { useSuggestions } from './use-suggestions';

export type SuggestionsProps = { input: RefObject<HTMLInputElement | null> };

/** What opens under the box it stands beside: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function Suggestions({ input }: SuggestionsProps) {
  const router = useRouter();
  const id = useId();
  const beginPage = useHeadlineOfNextPage();
  const choose = (option: Option) => {
    input.current?.blur();
    beginPage();
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

/** What was chosen is read from its headline on; the box that was left is above it. */
function useHeadlineOfNextPage(): () => void {
  const path = usePathname();
  const shown = useRef(path);
  const awaited = useRef(false);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    if (awaited.current && document.activeElement === document.body) moveTo(document.querySelector('h1'));
    awaited.current = false;
  }, [path]);
  return () => {
    awaited.current = true;
  };
}
