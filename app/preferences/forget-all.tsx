'use client';

import { useActionState, useState } from 'react';
import { ActionForm } from '../_ui/action-form';
import type { FormAction, FormState } from '../_ui/form/form-state';
import { restoreEverything } from './actions';

type Words = { forget: string; forgotten: string; undo: string; undoNote: string };
type Props = { action: FormAction; isEmpty: boolean; words: Words };

const nothing: FormState = { typed: {}, errors: {} };

/** Forgets everything at one touch, and takes it back: until it is left, this page alone still holds what was. */
export function ForgetAll({ action, isEmpty, words }: Props) {
  const [sent, forget] = useActionState(action, nothing);
  const [called, answered] = useState<FormState>();
  const { remembered } = (called ?? sent).typed;
  if (!isEmpty)
    return (
      <ActionForm action={forget} call={(form) => action(nothing, form)} answered={answered}>
        <button className="button button-quiet" type="submit">
          {words.forget}
        </button>
      </ActionForm>
    );
  if (!remembered) return null;
  return (
    <ActionForm action={restoreEverything} className="notice items-center">
      <p role="status">
        {words.forgotten} {words.undoNote}
      </p>
      <input type="hidden" name="remembered" value={remembered} />
      <button className="button button-quiet" type="submit">
        {words.undo}
      </button>
    </ActionForm>
  );
}
