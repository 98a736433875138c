'use client';

import { type FormEvent, type ReactNode, useContext, useTransition } from 'react';
import { KeepingContext } from './keeping-context';
import { tellOtherTabs } from './other-tabs';

type Props<Answer> = {
  action: (form: FormData) => Promise<void> | void;
  /** What is called by scripts, where the action answers what the form then shows. */
  call?: (form: FormData) => Promise<Answer>;
  answered?: (answer: Answer) => void;
  id?: string;
  className?: string;
  noValidate?: boolean;
  children: ReactNode;
};

/**
 * A form that is sent to a Server Action, without scripts too. With them its button shows that it was pressed, and says
 * where the library was out of reach; React would put an error in the place of the whole page.
 */
export function ActionForm<Answer>({ action, call, answered, children, ...attributes }: Props<Answer>) {
  const { notSaved, saved } = useContext(KeepingContext);
  const [, startTransition] = useTransition();
  const send = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    event.preventDefault();
    const form = new FormData(event.currentTarget, submitter);
    const show = (answer: Answer) => startTransition(() => answered?.(answer));
    forgetNotes(event.currentTarget);
    submitter?.setAttribute('aria-busy', 'true');
    startTransition(async () => {
      try {
        if (call) show(await call(form));
        else {
          await action(form);
          saved();
        }
        tellOtherTabs();
      } catch (error) {
        if (isOutOfReach(error)) {
          submitter?.after(noteOf(notSaved));
          return;
        }
        // An action that leads to another page does so by an error.
        tellOtherTabs();
        throw error;
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
