import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { MessageKey } from '#lib/i18n/translator';
import { cleanLine, cleanParagraphs, lengthOf } from '#lib/typed-text';

/** One line of so many characters at most; empty where nothing was written. */
export const line = (max: number) => z.string().transform(cleanLine).check(atMost(max));

/** Lines and paragraphs. */
export const paragraphs = (max: number) => z.string().transform(cleanParagraphs).check(atMost(max));

/** A text that must be there; `missing` says what to write. */
export const required = (text: ReturnType<typeof line>, missing: MessageKey) =>
  text.refine((written) => written !== '', { message: missing });

function atMost(max: number): z.core.CheckFn<string> {
  return ({ value, issues }) => {
    const length = lengthOf(value);
    if (length > max) issues.push({ code: 'custom', input: value, ...tooLong, params: { max, length } });
  };
}

const tooLong: { message: MessageKey } = { message: 'forms.tooLong' };

/** Tells one form from another: made with the page, so that what is sent twice can be stored once. */
export const newFormKey = () => randomBytes(16).toString('base64url');

/** Nobody sees this field: a form without a key of ours is one that was never sent before. */
export const formKey = () =>
  z
    .string()
    .regex(/^[\w-]{22}$/)
    .catch(newFormKey);
