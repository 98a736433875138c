import { useEffect } from 'react';
import { moveTo } from './move-focus';
import { nextFocusTarget } from './next-focus-target';

/**
 * Keeps the place of who uses the keyboard or a screen reader: where a page takes away what was pressed, the browser
 * puts the focus back to the top of the document and says nothing.
 */
export function FocusManager() {
  useEffect(() => {
    const leave = new AbortController();
    const listen = { capture: true, signal: leave.signal };
    let forget = () => {};
    const press = (pressed: HTMLElement) => {
      forget();
      forget = whenGone(pressed, nextFocusTarget(pressed));
    };
    document.addEventListener('submit', ({ submitter }) => submitter && press(submitter), listen);
    document.addEventListener('click', ({ target }) => pressedLinks(target).forEach(press), listen);
    return () => {
      leave.abort();
      forget();
    };
  }, []);
  return null;
}

const pressedLinks = (target: EventTarget | null): HTMLElement[] => {
  const link = target instanceof Element ? target.closest<HTMLElement>('main a[href]') : null;
  return link ? [link] : [];
};

/** Between two pages there is none for a moment: a page has a headline. */
function whenGone(pressed: HTMLElement, place: () => HTMLElement | undefined): () => void {
  const page = new MutationObserver(() => {
    if (pressed.isConnected || !document.querySelector('h1')) return;
    page.disconnect();
    if (document.activeElement === document.body) moveTo(place());
  });
  page.observe(document.body, { childList: true, subtree: true });
  return () => page.disconnect();
}
