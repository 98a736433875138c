import { z } from 'zod';
import { component } from '#lib/api/openapi/components';

/** What can go wrong. The titles are stable: a program may compare them. */
export const problems = {
  'invalid-parameters': { status: 400, title: 'Invalid parameters' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Internal error' },
  unavailable: { status: 503, title: 'Unavailable' },
  'too-busy': { status: 503, title: 'Too busy' },
} as const;

export type ProblemName = keyof typeof problems;

const parameterError = z.object({
  parameter: z.string().describe('The name of the parameter.'),
  detail: z.string().describe('What is wrong with it.'),
});

export type ParameterError = z.output<typeof parameterError>;

/** An error as RFC 9457 has it: <https://www.rfc-editor.org/rfc/rfc9457>. */
export const problem = component(
  'Problem',
  'An error (RFC 9457).',
  z.object({
    type: z.string().meta({
      format: 'uri-reference',
      description: 'Where this kind of error is explained; identifies it.',
    }),
    title: z.string().describe('The kind of error in words; stable.'),
    status: z.int().describe('The HTTP status.'),
    detail: z.string().describe('What went wrong this time.'),
    instance: z.string().meta({
      format: 'uri',
      description: 'This very error: has the request’s id, which the library’s log has too.',
    }),
    errors: z.array(parameterError).optional().describe('The parameters that were refused, by name.'),
  }),
  {
    type: '/api#invalid-parameters',
    title: 'Invalid parameters',
    status: 400,
    detail: 'The request was refused because of: limit.',
    instance: 'urn:uuid:5f0c2a3e-8d7b-4b7e-9a51-0c9b1f6f7a10',
    errors: [{ parameter: 'limit', detail: 'It must be a whole number from 1 to 100.' }],
  },
);

export type Problem = z.output<typeof problem>;

type Cause = { detail: string; errors?: ParameterError[] };

/** The body of an error. `requestId`: the UUID under which the log has the request. */
export function problemOf(name: ProblemName, { detail, errors }: Cause, requestId: string): Problem {
  const { status, title } = problems[name];
  const instance = `urn:uuid:${requestId}`;
  return { type: `/api#${name}`, title, status, detail, instance, ...(errors && { errors }) };
}
