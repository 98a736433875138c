import { z } from 'zod';
import type { ParameterError } from '#lib/api/requests/problem';
import { maxId } from '#lib/api/schemas/fields';
import { maxQueryLength } from '#lib/search/query-length';

const digits = /^(?:0|-?[1-9]\d{0,14})$/;

/** A parameter that may be given once. */
export const one = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z
    .array(z.string())
    .length(1, 'It may be given only once.')
    .transform(([value = '']) => value)
    .pipe(schema);

/** A parameter that may be repeated, up to twenty times: `genre=3&genre=5`. */
export const many = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z.array(schema).max(20, 'It may be given at most 20 times.');

/** A whole number in decimal digits, without a sign, zeros or spaces before it. */
export function wholeNumber(min: number, max: number) {
  const error = `It must be a whole number from ${min} to ${max}.`;
  return z
    .string()
    .regex(digits, { error, abort: true })
    .transform(Number)
    .pipe(z.int().min(min, error).max(max, error));
}

export const recordId = wholeNumber(1, maxId);

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `It must be one of: ${values.join(', ')}.`);

export const languageCode = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'It must be a language code, such as es or grc.');

export const moment = z.union(
  [z.iso.date(), z.iso.datetime({ offset: true })],
  'It must be a date such as 2026-03-02, or a time such as 2026-03-02T09:30:00Z.',
);

export const words = z
  .string()
  .min(1, 'It must not be empty.')
  .max(maxQueryLength, `It must have at most ${maxQueryLength} characters.`);

/** What every list takes. */
export const paging = {
  limit: one(wholeNumber(1, 100)).default(20).describe('How many records one answer has.'),
  cursor: one(z.string().min(1, 'It must not be empty.'))
    .optional()
    .describe('`next` of the page before. Opaque; it continues the list and the order it came from.'),
};

export type Read<Query> = { ok: true; query: Query } | { ok: false; errors: ParameterError[] };

/** Reads the parameters of a request: all of them must be known, and fit. */
export function readParameters<Schema extends z.ZodType>(
  schema: Schema,
  asked: URLSearchParams,
): Read<z.output<Schema>> {
  const given = Object.fromEntries([...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]));
  const read = schema.safeParse(given);
  return read.success
    ? { ok: true, query: read.data }
    : { ok: false, errors: read.error.issues.flatMap(errorsOf) };
}

/** For who would take a list that ignored the words for what they find. */
const noWords = 'There is no such parameter here: words are looked for at /api/v1/search.';

function errorsOf(issue: z.core.$ZodIssue): ParameterError[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ parameter: String(issue.path[0]), detail: issue.message }];
  return issue.keys.slice(0, 20).map((name) => ({
    parameter: name.slice(0, 100).toWellFormed(),
    detail: name === 'q' ? noWords : 'There is no such parameter here.',
  }));
}
