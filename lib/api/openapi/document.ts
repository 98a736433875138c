import { z } from 'zod';
import { components } from '#lib/api/openapi/components';
import { answerHeaders, errorAnswers } from '#lib/api/openapi/responses';
import type { Operation } from '#lib/api/operation';
import { operations } from '#lib/api/operations';
import { recordId } from '#lib/api/requests/parameters';

const intro = `What the library has and whether it is in, for programs. Read only, without a key.

All addresses in answers are relative to the address that was asked. Errors are problem+json (RFC 9457). \`HEAD\` is
answered like \`GET\`, \`If-None-Match\` with 304 where nothing has changed. Parameters that are not described here are
refused. Text is JSON in UTF-8, whatever \`Accept\` says.`;

/** The API's description in OpenAPI 3.1, made of the schemas that read the parameters and describe the answers. */
export const openApiDocument = () => ({
  openapi: '3.1.1',
  info: {
    title: 'LocalLibrary',
    version: '1',
    description: intro,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api/v1' }],
  security: [],
  paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: describe(operation) }])),
  components: { schemas: schemas(), headers: answerHeaders, responses: errorAnswers },
});

function describe({ name, path, summary, description, parameters, answer }: Operation) {
  const withId = path.includes('{id}');
  return {
    operationId: name,
    summary,
    ...(description && { description }),
    parameters: [...(withId ? [idParameter] : []), ...queryParameters(parameters)],
    responses: {
      200: {
        description: answer.description ?? summary,
        headers: headersOf(parameters),
        content: { 'application/json': { schema: reference(answer) } },
      },
      304: { $ref: '#/components/responses/NotModified' },
      ...(name === 'getAuthor' && { 308: { $ref: '#/components/responses/Moved' } }),
      400: { $ref: '#/components/responses/InvalidParameters' },
      ...(withId && { 404: { $ref: '#/components/responses/NotFound' } }),
      429: { $ref: '#/components/responses/TooManyRequests' },
      500: { $ref: '#/components/responses/InternalError' },
    },
  };
}

const headerReferences = (names: (keyof typeof answerHeaders)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const headersOf = ({ shape }: z.ZodObject) => ({
  ...headerReferences(['ETag', 'Cache-Control', 'RateLimit', 'RateLimit-Policy']),
  ...(('cursor' in shape || 'page' in shape) && headerReferences(['Link'])),
});

/** What a parameter is once it is read: `20`, not the text of it. */
function schemaOf(schema: z.ZodType) {
  const { $schema: _, description, ...rest } = z.toJSONSchema(schema, { io: 'output' });
  return { description, schema: rest };
}

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  ...schemaOf(recordId.describe('The id of the record.')),
};

const queryParameters = ({ shape }: z.ZodObject) =>
  Object.entries<z.ZodType>(shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    ...schemaOf(schema),
  }));

function reference(schema: z.ZodType) {
  const id = components.get(schema)?.id;
  if (!id) throw new Error('What an operation answers has no name among the components.');
  return { $ref: `#/components/schemas/${id}` };
}

function schemas() {
  const named = z.toJSONSchema(components, { io: 'output', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(named.schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]),
  );
}
