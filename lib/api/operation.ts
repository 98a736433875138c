import type { z } from 'zod';
import { type Read, readParameters, recordId } from '#lib/api/requests/parameters';
import type { ParameterError } from '#lib/api/requests/problem';

/** What an operation comes to. `next`: the parameter that leads to the next page. */
export type Outcome<Body> =
  | { kind: 'found'; body: Body; next?: Record<string, string> }
  | { kind: 'moved'; to: string }
  | { kind: 'missing' }
  | { kind: 'refused'; errors: ParameterError[] };

type Described<Query, Answer> = {
  /** Its `operationId`. */
  name: string;
  /** Below `/api/v1`; `{id}` stands for the id of a record. */
  path: string;
  summary: string;
  description?: string;
  parameters: Query;
  answer: Answer;
};

export type Operation = Described<z.ZodObject, z.ZodType> & {
  /** Answers to the parameters of a request, as yet unread, for the record that the address names. */
  run: (asked: URLSearchParams, id: string | undefined) => Promise<Outcome<unknown>>;
};

type Definition<Query extends z.ZodObject, Answer extends z.ZodType> = Described<Query, Answer>;

/** An operation on everything of a kind. */
export function operation<Query extends z.ZodObject, Answer extends z.ZodType>({
  respond,
  ...described
}: Definition<Query, Answer> & {
  respond: (query: z.output<Query>) => Promise<Outcome<z.output<Answer>>>;
}): Operation {
  return {
    ...described,
    run: async (asked) => {
      const read = readParameters(described.parameters, asked);
      return read.ok ? respond(read.query) : refusal(read);
    },
  };
}

/** An operation on one record. What is no id at all is the address of nothing, like the id of no record. */
export function recordOperation<Query extends z.ZodObject, Answer extends z.ZodType>({
  respond,
  ...described
}: Definition<Query, Answer> & {
  respond: (id: number, query: z.output<Query>) => Promise<Outcome<z.output<Answer>>>;
}): Operation {
  return {
    ...described,
    run: async (asked, segment) => {
      const id = recordId.safeParse(segment);
      if (!id.success) return { kind: 'missing' };
      const read = readParameters(described.parameters, asked);
      return read.ok ? respond(id.data, read.query) : refusal(read);
    },
  };
}

export const refusal = ({ errors }: Extract<Read<never>, { ok: false }>): Outcome<never> => ({
  kind: 'refused',
  errors,
});

/** One page of a list, with the way to the next. */
export const listed = <Item>(
  items: Item[],
  next: string | null,
): Outcome<{ items: Item[]; next: string | null }> => ({
  kind: 'found',
  body: { items, next },
  ...(next !== null && { next: { cursor: next } }),
});
