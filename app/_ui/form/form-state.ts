import type { FieldError, Typed } from '#lib/forms';
import type { Translate } from '#lib/i18n/translator';

/** What a form's action answers: what was typed, to be shown again, and a sentence for each field that was refused. */
export type FormState = { typed: Typed; errors: Record<string, string> };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** A form that was refused field by field. */
export const fieldErrors = (
  { typed, errors }: { typed: Typed; errors: Record<string, FieldError> },
  t: Translate,
): FormState => ({
  typed,
  errors: Object.fromEntries(
    Object.entries(errors).map(([field, { key, values }]) => [field, t(key, values)]),
  ),
});

/** A form that was refused as a whole: its sentence belongs to no field. */
export const formRefused = (typed: Typed, sentence: string): FormState => ({
  typed,
  errors: { '': sentence },
});
