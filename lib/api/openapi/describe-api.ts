import { z } from 'zod';
import { openApiDocument } from '#lib/api/openapi/document';
import { type Operation, operation } from '#lib/api/operation';

let document: ReturnType<typeof openApiDocument> | undefined;

/** The description of the API: not part of what it describes. */
export const describeApi = operation({
  name: 'describeApi',
  path: '/openapi.json',
  summary: 'This description',
  parameters: z.strictObject({}),
  answer: z.unknown(),
  respond: async () => {
    document ??= openApiDocument();
    return { kind: 'found', body: document };
  },
});

/** Any other address below the API's. */
export const nothingHere: Operation = {
  ...describeApi,
  name: 'nothingHere',
  path: '/',
  run: async () => ({ kind: 'missing' }),
};
