'use client';

import type { ReactNode } from 'react';
import { useField } from './form/form-context';

type FieldProps = {
  name: string;
  hint?: string;
  /** The word for what may be left empty, beside the label; what has none must be filled in. */
  optional?: string;
};

/** One line. */
export function TextField(props: FieldProps) {
  return (
    <Field {...props}>
      <input type="text" {...useControl(props)} />
    </Field>
  );
}

/** Lines and paragraphs. */
export function TextArea({ rows, ...props }: FieldProps & { rows: number }) {
  return (
    <Field {...props}>
      <textarea rows={rows} {...useControl(props)} />
    </Field>
  );
}

/** Label, hint and error of a field, each where it is looked for: above it. */
function Field({ name, hint, optional, children }: FieldProps & { children: ReactNode }) {
  const { id, hintId, errorId, label, error } = useField(name);
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="text-quiet">{` (${optional})`}</span>}
      </label>
      {hint && (
        <p id={hintId} className="text-quiet">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="field-error">
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** Far more than any field takes, so that nothing anybody means is cut off; a form of a megabyte is not read at all. */
const maxTyped = 20_000;

/** What stands in the tag of a control itself. */
function useControl({ name, hint, optional }: FieldProps) {
  const { id, hintId, errorId, typed, error } = useField(name);
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return {
    id,
    name,
    defaultValue: typed,
    maxLength: maxTyped,
    // A title may be Arabic on an English page.
    dir: 'auto',
    'aria-required': !optional,
    'aria-invalid': error !== undefined,
    'aria-describedby': described || undefined,
  };
}
