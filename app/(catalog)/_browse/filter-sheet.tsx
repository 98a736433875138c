'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';

export type SheetWords = {
  title: string;
  close: string;
  /** “Show 9 books”. */
  show: string;
};

type Props = { words: SheetWords; onClose: () => void; children: ReactNode };

const room = '(min-width: 48rem)';

/** Whether the filters have a column of their own. */
export const hasRoom = (): boolean => matchMedia(room).matches;

/** The filters over the whole of a small screen; below them, always in sight, how many books they leave. */
export function FilterSheet({ words, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    dialog.current?.showModal();
    const media = matchMedia(room);
    const close = () => dialog.current?.close();
    media.addEventListener('change', close);
    return () => media.removeEventListener('change', close);
  }, []);
  const show = () => {
    dialog.current?.close();
    const results = document.getElementById('results');
    results?.focus({ preventScroll: true });
    results?.scrollIntoView();
  };
  return (
    <dialog ref={dialog} className="filter-sheet" aria-labelledby={title} onClose={onClose}>
      <div>
        <h2 id={title}>{words.title}</h2>
        <button type="button" className="button button-quiet" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </div>
      <div className="filters">{children}</div>
      <div>
        <button type="button" className="button" onClick={show}>
          {words.show}
        </button>
        {/* The rest of the page cannot be heard from here. */}
        <p role="status" className="sr-only">
          {words.show}
        </p>
      </div>
    </dialog>
  );
}
