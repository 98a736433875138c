/** The suggestions under the box: whether they show, and which one is chosen; -1 is what was typed. */
export type ComboboxState<Option> = { options: readonly Option[]; open: boolean; chosen: number };

export type ComboboxEvent<Option> =
  | { kind: 'answered'; options: readonly Option[] }
  | { kind: 'typed' | 'closed' | 'down' | 'up' };

export const closedBox = { options: [], open: false, chosen: -1 } as const;

/** What a key press or an answer makes of the suggestions. */
export function afterEvent<Option>(
  box: ComboboxState<Option>,
  event: ComboboxEvent<Option>,
): ComboboxState<Option> {
  if (event.kind === 'answered')
    return { options: event.options, open: event.options.length > 0, chosen: -1 };
  if (event.kind === 'typed') return { ...box, chosen: -1 };
  if (event.kind === 'closed') return { ...box, open: false, chosen: -1 };
  if (box.options.length === 0) return box;
  const places = box.options.length + 1;
  const step = event.kind === 'down' ? 1 : places - 1;
  return { ...box, open: true, chosen: ((box.chosen + 1 + step) % places) - 1 };
}

/** What a key does in the box, beside what it does in any box. */
export type KeyMeaning = 'down' | 'up' | 'open chosen' | 'to the text' | 'close' | 'clear' | 'nothing';

/** What moves in the text: who does is back in it, or a screen reader would go on about the suggestion. */
const inText = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

type Key = { key: string; isComposing: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean };

/** Keys of somebody who is still putting a letter together are the input method's own. */
export function meaningOf(
  { key, isComposing, altKey, ctrlKey, metaKey }: Key,
  { open, chosen }: Pick<ComboboxState<unknown>, 'open' | 'chosen'>,
): KeyMeaning {
  if (isComposing || altKey || ctrlKey || metaKey) return 'nothing';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowUp') return 'up';
  if (inText.includes(key)) return open && chosen >= 0 ? 'to the text' : 'nothing';
  if (key === 'Enter') return open && chosen >= 0 ? 'open chosen' : 'nothing';
  if (key === 'Escape') return open ? 'close' : 'clear';
  return 'nothing';
}
