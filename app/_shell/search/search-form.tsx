import { usePathname, useSearchParams } from 'next/navigation';
import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react';
import { maxQueryLength } from '#lib/search/query-length';
import type { SuggestionsProps } from './suggestions';

export type SearchFormProps = { label: string; hint: string; button: string };

/**
 * The search box of every page: a plain form that keeps what was searched. Whoever goes into it is offered
 * suggestions; what that takes is not loaded before.
 */
export function SearchForm({ label, hint, button }: SearchFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [Suggestions, setSuggestions] = useState<ComponentType<SuggestionsProps>>();
  const load = useCallback(() => {
    import('./suggestions').then(
      (loaded) => setSuggestions(() => loaded.Suggestions),
      () => {},
    );
  }, []);
  const searched = useSearched(input);
  useEffect(() => {
    becomeCombobox(input.current);
    if (document.activeElement === input.current) load();
  }, [load]);
  return (
    <search className="contents">
      <form className="search" action="/books">
        {/* biome-ignore lint/a11y/useSemanticElements: what is of the type `search` cannot become a combobox. */}
        <input
          ref={input}
          type="text"
          role="searchbox"
          name="q"
          defaultValue={searched}
          maxLength={maxQueryLength}
          enterKeyHint="search"
          aria-label={label}
          placeholder={hint}
          onFocus={load}
        />
        <button className="button" type="submit">
          {button}
        </button>
        {Suggestions && <Suggestions input={input} />}
      </form>
    </search>
  );
}

/** Before anybody goes into it: a screen reader says what a box is when one enters, and not once more. */
function becomeCombobox(box: HTMLInputElement | null): void {
  box?.setAttribute('role', 'combobox');
  box?.setAttribute('autocomplete', 'off');
  box?.setAttribute('aria-autocomplete', 'list');
  box?.setAttribute('aria-expanded', 'false');
}

/** What the page shows the results of, or one of them. */
function wordsSearched(path: string, params: { get: (name: string) => string | null }): string {
  if (path === '/books') return params.get('q') ?? '';
  return path.startsWith('/books/') ? (new URLSearchParams(params.get('in') ?? '').get('q') ?? '') : '';
}

/** The words in the box. A page that comes without being loaded brings its own. */
function useSearched(input: React.RefObject<HTMLInputElement | null>): string {
  const [path, params] = [usePathname(), useSearchParams()];
  const searched = wordsSearched(path, params).slice(0, maxQueryLength);
  const shown = useRef(searched);
  useEffect(() => {
    if (input.current && shown.current !== searched) input.current.value = searched;
    shown.current = searched;
  }, [input, searched]);
  return searched;
}
