'use client';

import { type ReactNode, useActionState, useState } from 'react';
import { ActionForm } from '../action-form';
import { ErrorSummary } from './error-summary';
import { FormContext, type Labels } from './form-context';
import type { FormAction, FormState } from './form-state';

type FormProps = {
  /** Of its own on a page: the ids of the fields begin with it. */
  id: string;
  labels: Labels;
  action: FormAction;
  /** What the fields hold before anybody typed. */
  begunWith?: Record<string, string>;
  /** The headline over what was refused. */
  notSent: string;
  children: ReactNode;
};

/**
 * A form that is sent to a Server Action, with JavaScript and without, and comes back with what was typed and what was
 * refused. The browser checks nothing: its own words would be in another language, and gone with the next key.
 */
export function Form({ id, labels, action, begunWith = {}, notSent, children }: FormProps) {
  const [sent, send] = useActionState(action, { typed: begunWith, errors: {} });
  const [called, answered] = useState<FormState>();
  const state = called ?? sent;
  return (
    <ActionForm
      id={id}
      action={send}
      call={(form) => action(state, form)}
      answered={answered}
      noValidate
      className="form"
    >
      <ErrorSummary form={id} title={notSent} labels={labels} errors={state.errors} />
      <FormContext value={{ id, labels, ...state }}>{children}</FormContext>
    </ActionForm>
  );
}
