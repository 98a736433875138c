import { z } from 'zod';
import type { Respond } from '#lib/http/page-request';
import { refuse } from '#lib/http/reject-request';
import { pathOf } from '#lib/http/request-target';
import { log } from '#lib/log';
import type { HeaderReader } from '#lib/session/cookie';

/** What Next takes for a Server Action. */
export const maxBodyBytes = 1024 * 1024;

const unknownUse = 'The form does not say what is to be done with it.';

export const tooLarge = 'The form is too large.';

type Refused = { status: 400 | 408 | 413; reason: string };

export type ActionBody = { ok: true; body: Uint8Array; type: string } | ({ ok: false } & Refused);

const malformed = (reason: string): ActionBody => ({ ok: false, status: 400, reason });

/** One line in the log, and a sentence for whoever sent it. */
export function refuseBody({ status, reason }: Refused, requestId: string, target: string): Respond {
  log().warn({ request: requestId, path: pathOf(target), status }, reason);
  return refuse(status, reason, status === 400 ? {} : { connection: 'close' });
}

/**
 * Reads what was sent to a Server Action as Next and React will, who fail over what is none: fields in several parts,
 * by a script together with what the action is called with, or that alone, else with the action's name among them. What is taken is
 * written anew, so that all who read it read the same.
 */
export async function readActionBody(
  headers: HeaderReader,
  sent: Uint8Array<ArrayBuffer> | undefined,
): Promise<ActionBody> {
  if (!sent || sent.byteLength > maxBodyBytes) return { ok: false, status: 413, reason: tooLarge };
  const type = headers.get('content-type') ?? '';
  const isCall = headers.get('next-action') !== null;
  if (isCall && /^text\/plain\s*(?:;|$)/i.test(type)) return calledWithoutFields(sent);
  if (!/^multipart\/form-data\s*;/i.test(type)) return malformed('The form has no fields in several parts.');
  const form = await fieldsOf(sent, type);
  if (!form) return malformed('The fields of the form cannot be read.');
  if (!(isCall ? isCalledWithFields(form) : namesItsAction(form))) return malformed(unknownUse);
  const written = new Response(form);
  return {
    ok: true,
    body: await written.bytes(),
    type: written.headers.get('content-type') ?? '',
  };
}

async function fieldsOf(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}

const text = z.string().refine((value) => !value.startsWith('$') || value.startsWith('$$'));
const fields = z.string().regex(/^\$K[0-9a-f]{1,4}$/);

/** What a form was answered before, see `FormState`: in an action of a form that shows it again. */
const state = z.strictObject({ typed: z.record(z.string(), text), errors: z.record(z.string(), text) });

const stateOrNone = z.union([state, z.literal('$undefined')]);

const called = z.union([z.tuple([fields]), z.tuple([stateOrNone, fields])]);
const calledAlone = z.union([z.tuple([]), z.tuple([stateOrNone])]);
const bound = z.strictObject({ id: z.string(), bound: z.literal('$@1').nullable() });

/** An action that takes no form is called without: Next leaves out what is not used. */
function calledWithoutFields(sent: Uint8Array): ActionBody {
  const called = calledAlone.safeParse(jsonOf(new TextDecoder().decode(sent)));
  if (!called.success) return malformed(unknownUse);
  return {
    ok: true,
    body: new TextEncoder().encode(JSON.stringify(called.data)),
    type: 'text/plain;charset=UTF-8',
  };
}

const isCalledWithFields = (form: FormData) => called.safeParse(jsonIn(form, '0')).success;

/** As React writes it into the hidden fields of a form, for a browser without scripts. */
function namesItsAction(form: FormData): boolean {
  const names = [...form.keys()];
  const references = names.filter((name) => name.startsWith('$ACTION_REF_'));
  if (references.length === 0) return names.some((name) => name.startsWith('$ACTION_ID_'));
  return references.every((name) => {
    const prefix = `$ACTION_${name.slice('$ACTION_REF_'.length)}:`;
    const action = bound.safeParse(jsonIn(form, `${prefix}0`));
    if (!action.success) return false;
    return action.data.bound === null || z.tuple([state]).safeParse(jsonIn(form, `${prefix}1`)).success;
  });
}

/** The one text of a field, as JSON; undefined where it is none, or could become more than its values. */
function jsonIn(form: FormData, name: string): unknown {
  const [value, ...others] = form.getAll(name);
  return typeof value === 'string' && others.length === 0 ? jsonOf(value) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text, (key, part) => {
      if (key === '__proto__') throw new Error('No form of ours has such a field.');
      return part;
    });
  } catch {
    return undefined;
  }
}
