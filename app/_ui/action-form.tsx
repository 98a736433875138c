'use client';

import { type FormEvent, type ReactNode, useContext, useTransition } from 'react';
import { KeepingContext } from './keeping-context';

type Props = {
  action: (form: FormData) => Promise<void>;
  id?: string;
  className?: string;
  children: ReactNode;
};

/**
 * A small form that changes what is remembered, without scripts too. With them its button shows that it was pressed, and
 * says where the library was out of reach; React would put an error in the place of the whole page.
 */
export function ActionForm({ action, children, ...attributes }: Props) {
  const { notSaved, saved } = useContext(KeepingContext);
  const [, startTransition] = useTransition();
  const send = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    event.preventDefault();
    const form = new FormData(event.currentTarget, submitter);
    forgetNotes(event.currentTarget);
    submitter?.setAttribute('aria-busy', 'true');
    startTransition(async () => {
      try {
        await action(form);
        saved();
      } catch (error) {
        if (!isOutOfReach(error)) throw error;
        submitter?.after(noteOf(notSaved));
      } finally {
        submitter?.removeAttribute('aria-busy');
      }
    });
  };
  return (
    <form action={action} onSubmit={send} {...attributes}>
      {children}
    </form>
  );
}

/** What `fetch` throws, in any browser. A redirect of Next's is an error too, and has a digest. */
const isOutOfReach = (error: unknown) => error instanceof TypeError && !('digest' in error);

/** Beside the button that was pressed, which may stand in HTML that React does not know. */
function noteOf(text: string): HTMLElement {
  const note = document.createElement('span');
  note.className = 'not-saved';
  note.role = 'alert';
  note.textContent = text;
  return note;
}

function forgetNotes(form: HTMLFormElement): void {
  for (const note of form.querySelectorAll('.not-saved')) note.remove();
}
