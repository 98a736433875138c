import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DrizzleQueryError } from 'drizzle-orm';
import fc from '#db/testing/fast-check';
import { describeError, summarizeError } from '#lib/describe-error';

const secret = 'a wish\n    at nowhere (params: b';

function postgresError(message: string, more = {}): Error {
  return Object.assign(new Error(message), { code: '22P02', detail: `Key (q)=(${secret}) exists.`, ...more });
}

test('a failing query is told with its code and its text, and without its parameters', () => {
  const cause = postgresError(`invalid input syntax for type integer: "${secret}"`);
  const query = `select "title" from "books" where "q" = $1 and "kind" = 'it''s'`;
  const failed = new DrizzleQueryError(query, [secret, 5], cause);
  for (const text of [describeError(failed), summarizeError(failed)]) {
    assert.match(text, /Failed query: select "title" from "books" where "q" = \$1 and "kind" = '…'/);
    assert.match(text, /caused by 22P02 Error: invalid input syntax for type integer: “…”/);
    assert.doesNotMatch(text, /wish|nowhere|it''s/);
  }
  assert.match(describeError(failed), /\n {4}at .*describe-error\.test\.ts/);
  assert.doesNotMatch(summarizeError(failed), /\n| at /);
});

test('a query that was written as text already loses its parameters too', () => {
  const failed = new DrizzleQueryError('select 1 where $1', [secret]);
  assert.equal(describeError(String(failed)), 'Error: Failed query: select 1 where $1');
});

for (const message of [
  `syntax error in tsquery: "${secret}"`,
  `The session does not keep “${secret}”.`,
  `Unexpected token 'a', "${secret}" is not valid JSON`,
  `duplicate key: (email)=(${secret})`,
  `fts5: syntax error near "${secret}`,
  `no such column: '${secret}'`,
])
  test(`${message.slice(0, 24)} … is told without what it quotes`, () => {
    const error = new TypeError(message);
    for (const text of [describeError(error), summarizeError(error), describeError(message)])
      assert.doesNotMatch(text, /wish|nowhere/);
    assert.match(describeError(error), /^TypeError: .*\n {4}at /s);
  });

test('words that have an apostrophe stay', () => {
  assert.equal(summarizeError(new Error("The store doesn't answer")), "Error: The store doesn't answer");
});

test('what is no error is told by its kind', () => {
  for (const thrown of [{ secret }, [secret], undefined, 5])
    assert.doesNotMatch(describeError(thrown), /wish|\b5\b/);
});

test('no parameter of any kind is told', () => {
  const value = fc.string({ minLength: 1, unit: 'binary' }).map((text) => `<<${text}>>`);
  fc.assert(
    fc.property(value, (param) => {
      const failed = new DrizzleQueryError(
        'select $1',
        [param],
        postgresError(`bad: "${param.replaceAll('"', '')}"`),
      );
      assert.doesNotMatch(describeError(failed), /<<|>>/);
    }),
  );
});
