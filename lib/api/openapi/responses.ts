const text = { type: 'string' } as const;

export const answerHeaders = {
  ETag: {
    description: 'Changes with the content; send it back as `If-None-Match`.',
    schema: text,
    example: 'W/"a1b2c3"',
  },
  'Cache-Control': {
    description: 'Caches may keep the answer, and ask whether it has changed.',
    schema: text,
  },
  Link: {
    description: 'The address of the next page (`rel="next"`), relative; absent on the last one.',
    schema: text,
    example: '</api/v1/books?cursor=WyJ0aXRsZSIsImVtbWEiLDFd>; rel="next"',
  },
  RateLimit: {
    description:
      'Requests left (`r`), and seconds until all are there again (`t`). Absent where there is no limit.',
    schema: text,
    example: '"minute";r=117;t=2',
  },
  'RateLimit-Policy': {
    description: 'How many requests (`q`) one client may make in how many seconds (`w`).',
    schema: text,
    example: '"minute";q=120;w=60',
  },
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
  Location: { description: 'The address of the other record, relative.', schema: text },
} as const;

const header = (name: keyof typeof answerHeaders) => ({ [name]: { $ref: `#/components/headers/${name}` } });

const problem = (description: string, headers = {}) => ({
  description,
  headers: { ...header('RateLimit'), ...header('RateLimit-Policy'), ...headers },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Every answer but 200. */
export const errorAnswers = {
  NotModified: { description: 'What the client has is what there is.', headers: header('ETag') },
  Moved: { description: 'The record was merged into another.', headers: header('Location') },
  InvalidParameters: problem('A parameter is unknown, repeated or malformed: `errors` names it.'),
  NotFound: problem('There is no such record.'),
  TooManyRequests: problem('This client asked too often.', header('Retry-After')),
  InternalError: problem('The library could not answer.'),
};
