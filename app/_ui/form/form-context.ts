import { createContext, use } from 'react';
import type { FormState } from './form-state';

export type Labels = Record<string, string>;

type FormContent = FormState & {
  /** The ids of its fields begin with it. */
  id: string;
  /** What each field is called, there and where its error is summed up. */
  labels: Labels;
};

/** What a field knows of its form: nobody has to hand it on, so nobody forgets to. */
export const FormContext = createContext<FormContent>({ id: '', labels: {}, typed: {}, errors: {} });

export const fieldId = (form: string, field: string) => `${form}-${field}`;

/** What ties a field to its label, its hint, its error, and what was typed before. */
export function useField(name: string) {
  const { id: form, labels, typed, errors } = use(FormContext);
  const id = fieldId(form, name);
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    label: labels[name] ?? '',
    typed: typed[name] ?? '',
    error: errors[name],
  };
}
