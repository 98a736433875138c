import { type RefObject, useEffect, useEffectEvent, useReducer, useState } from 'react';
import type { Option } from '#lib/search/suggestions/suggested-options';
import { type Answer, suggestionAsker } from './ask-suggestions';
import {
  afterEvent,
  type ComboboxEvent,
  type ComboboxState,
  closedBox,
  type KeyMeaning,
  meaningOf,
} from './combobox-state';

type Box = ComboboxState<Option>;
const after = (box: Box, event: ComboboxEvent<Option>) => afterEvent(box, event);

/** Listens to the box, and keeps what is suggested for what is in it. */
export function useSuggestions(input: RefObject<HTMLInputElement | null>, choose: (option: Option) => void) {
  const [box, tell] = useReducer(after, closedBox);
  const [i18n, setWords] = useState({ label: '', said: '' });
  const answered = useEffectEvent((answer: Answer | undefined) => {
    tell({ kind: 'answered', options: answer?.options ?? [] });
    setWords((before) => ({ label: answer?.label ?? before.label, said: answer?.said ?? '' }));
  });
  const pressed = useEffectEvent((event: KeyboardEvent): KeyMeaning => {
    const meaning = meaningOf(event, box);
    if (meaning === 'to the text') tell({ kind: 'typed' });
    else if (meaning !== 'nothing') event.preventDefault();
    const chosen = box.options[box.chosen];
    if (meaning === 'open chosen' && chosen) choose(chosen);
    if (meaning === 'down' || meaning === 'up') tell({ kind: meaning });
    return meaning;
  });
  useEffect(() => {
    const { current } = input;
    if (!current) return;
    const asker = suggestionAsker(answered);
    // Said again where the number is the same, and not left to be read where there is no list.
    const turn = (kind: 'typed' | 'closed') => {
      tell({ kind });
      setWords((before) => ({ ...before, said: '' }));
    };
    const close = () => {
      asker.stop();
      turn('closed');
    };
    const typed = () => {
      turn('typed');
      asker.ask(current.value);
    };
    const leave = listen(current, typed, close, (event) => {
      const meaning = pressed(event);
      if (meaning === 'close') close();
      if (meaning === 'clear') clear(current);
    });
    // What was typed before this was loaded.
    if (current === document.activeElement && current.value !== current.defaultValue) typed();
    return () => {
      leave();
      asker.stop();
    };
  }, [input]);
  return { box, ...i18n };
}

function listen(
  input: HTMLInputElement,
  typed: () => void,
  close: () => void,
  pressed: (event: KeyboardEvent) => void,
): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  input.addEventListener('input', typed, { signal });
  input.addEventListener('keydown', pressed, { signal });
  input.addEventListener('blur', close, { signal });
  input.form?.addEventListener('submit', close, { signal });
  return () => leave.abort();
}

function clear(input: HTMLInputElement): void {
  input.value = '';
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
