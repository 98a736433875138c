'use client';

import { useActionState } from 'react';
import { ActionForm } from '../_ui/action-form';
import type { FormAction } from '../_ui/form/form-state';
import { restoreEverything } from './actions';

type Words = { forget: string; forgotten: string; undo: string; undoNote: string };
type Props = { action: FormAction; isEmpty: boolean; words: Words };

/** Forgets everything at one touch, and takes it back: until it is left, this page alone still holds what was. */
export function ForgetAll({ action, isEmpty, words }: Props) {
  const [{ typed }, forget] = useActionState(action, { typed: {}, errors: {} });
  if (!isEmpty)
    return (
      <form action={forget}>
        <button className="button button-quiet" type="submit">
          {words.forget}
        </button>
      </form>
    );
  if (!typed.remembered) return null;
  return (
    <ActionForm action={restoreEverything} className="notice items-center">
      <p role="status">
        {words.forgotten} {words.undoNote}
      </p>
      <input type="hidden" name="remembered" value={typed.remembered} />
      <button className="button button-quiet" type="submit">
        {words.undo}
      </button>
    </ActionForm>
  );
}
