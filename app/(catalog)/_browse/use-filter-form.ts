import { useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef, useTransition } from 'react';
import { filterFormId } from './filter-form-id';

/** Applies what is ticked in the form of filters, and in what belongs to it, at once; the page stays where it is. */
export function useFilterForm(): void {
  const router = useRouter();
  const [pending, start] = useTransition();
  const unfolding = useRef<Unfolding>(undefined);
  const alive = useRef(false);
  useEffect(() => {
    const apply = (form: HTMLFormElement, button?: HTMLElement | null) => {
      unfolding.current = unfoldingBy(button);
      const address = addressOf(form, button);
      start(() => router.replace(address, { scroll: false }));
    };
    const leave = new AbortController();
    const listen = { signal: leave.signal };
    document.addEventListener('change', ({ target }) => isBox(target) && apply(target.form), listen);
    document.addEventListener(
      'submit',
      (event) => {
        if (!isFilterForm(event.target)) return;
        event.preventDefault();
        apply(event.target, event.submitter);
      },
      listen,
    );
    const form = document.getElementById(filterFormId);
    alive.current = true;
    // Somebody was quicker than this script.
    if (isFilterForm(form) && boxesOf(form).some(isTouched)) apply(form);
    return () => leave.abort();
  }, [router]);
  // Until the page is what was asked for, a box is as its reader left it.
  useLayoutEffect(() => {
    const form = document.getElementById(filterFormId);
    if (pending || !alive.current || !isFilterForm(form)) return;
    for (const box of boxesOf(form)) box.checked = box.defaultChecked;
    focusUnfolded(unfolding.current);
    unfolding.current = undefined;
  });
}

type Box = HTMLInputElement & { form: HTMLFormElement };

const isFilterForm = (target: unknown): target is HTMLFormElement =>
  target instanceof HTMLFormElement && target.id === filterFormId;

const isBox = (target: unknown): target is Box =>
  target instanceof HTMLInputElement && target.type === 'checkbox' && isFilterForm(target.form);

const boxesOf = (form: HTMLFormElement): Box[] => [...form.elements].filter(isBox);

const isTouched = ({ checked, defaultChecked }: Box) => checked !== defaultChecked;

function addressOf(form: HTMLFormElement, button?: HTMLElement | null): string {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) asked.append(name, String(value));
  return `${form.getAttribute('action')}?${asked}`;
}

/** A group that shows more of its boxes: the button that was pressed goes, and the first new box takes its place. */
type Unfolding = { group: Element; boxes: number } | undefined;

function unfoldingBy(button: HTMLElement | null | undefined): Unfolding {
  const group = button?.closest('fieldset');
  return group ? { group, boxes: group.querySelectorAll('input').length } : undefined;
}

const focusUnfolded = (unfolding: Unfolding) =>
  unfolding?.group.querySelectorAll('input')[unfolding.boxes]?.focus();
