import { z } from 'zod';
import { SessionValueError, UnknownSessionKeyError } from '#lib/session/session-errors';

/** A value as JSON, undefined for undefined, or why it cannot be. */
export function jsonOf(value: unknown): { text: string | undefined } | { reason: string } {
  try {
    return { text: JSON.stringify(value) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** What tells two values apart; what is no JSON differs from everything that is kept. */
export function textOf(value: unknown): string | undefined {
  const json = jsonOf(value);
  return 'reason' in json ? json.reason : json.text;
}

/** The schema of a key. Throws `UnknownSessionKeyError`. */
export function schemaOf(shape: z.ZodObject, key: string): z.ZodType {
  if (!Object.hasOwn(shape.shape, key)) throw new UnknownSessionKeyError(key, Object.keys(shape.shape));
  return shape.shape[key] as z.ZodType;
}

/** Why a value would not come back as it is; undefined where it would. */
export function whyNotKept(schema: z.ZodType, value: unknown): string | undefined {
  const json = jsonOf(value);
  if ('reason' in json) return json.reason;
  if (json.text === undefined) return 'it is nothing that JSON can hold';
  const back = schema.safeParse(JSON.parse(json.text));
  if (!back.success) return z.prettifyError(back.error).replaceAll(/\s+/g, ' ');
  return textOf(back.data) === json.text ? undefined : 'it would come back as another value';
}

/**
 * The value to keep under a key: the very one that was given, so that later changes inside it count, unless the schema
 * makes another of it. Throws `ZodError` for one that does not fit and `SessionValueError` for one that would not come back.
 */
export function parseValue(shape: z.ZodObject, key: string, value: unknown): unknown {
  const schema = schemaOf(shape, key);
  const parsed = schema.parse(value);
  if (parsed === undefined) return undefined;
  const reason = whyNotKept(schema, parsed);
  if (reason !== undefined) throw new SessionValueError({ [key]: reason });
  return textOf(value) === textOf(parsed) ? value : parsed;
}
