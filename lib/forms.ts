import type { z } from 'zod';
import type { MessageKey, MessageValues } from '#lib/i18n/translator';

/** What is wrong with a field, as a sentence of `messages/`. */
export type FieldError = { key: MessageKey; values?: MessageValues };

/** What was typed, by field and as it was typed: for the form to show again. */
export type Typed = Record<string, string>;

export type FormReading<Value> =
  | { ok: true; typed: Typed; value: Value }
  | { ok: false; typed: Typed; errors: Record<string, FieldError> };

/**
 * Reads the fields of a schema from what a browser, or anybody, sent: each is one text, and empty where it is missing.
 * A rule of the schema names its sentence by `message` and `params`; what comes in no form at all has one of its own.
 */
export function readForm<Schema extends z.ZodObject>(
  form: FormData,
  schema: Schema,
): FormReading<z.infer<Schema>> {
  const sent = sentForm(form);
  const fields = Object.keys(schema.shape).map((name) => [name, sent.getAll(name)] as const);
  const typed = Object.fromEntries(fields.map(([name, values]) => [name, values.find(isText) ?? '']));
  const given = Object.fromEntries(fields.map(([name, values]) => [name, onlyOne(values)]));
  const parsed = schema.safeParse(given, { error: () => 'forms.notAccepted' });
  if (parsed.success) return { ok: true, typed, value: parsed.data };
  return { ok: false, typed, errors: firstErrors(parsed.error.issues) };
}

/** Whoever calls a Server Action by hand sends what they like: where it is no form, one without fields. */
export const sentForm = (form: unknown): FormData => (form instanceof FormData ? form : new FormData());

const isText = (value: FormDataEntryValue) => typeof value === 'string';

const onlyOne = (values: FormDataEntryValue[]) => (values.length > 1 ? undefined : (values[0] ?? ''));

function firstErrors(issues: z.core.$ZodIssue[]): Record<string, FieldError> {
  const errors = new Map<string, FieldError>();
  for (const issue of issues) {
    const field = String(issue.path[0] ?? '');
    if (!errors.has(field)) errors.set(field, errorOf(issue));
  }
  return Object.fromEntries(errors);
}

function errorOf(issue: z.core.$ZodIssue): FieldError {
  const values = issue.code === 'custom' ? (issue.params as MessageValues | undefined) : undefined;
  return { key: issue.message as MessageKey, ...(values && { values }) };
}
