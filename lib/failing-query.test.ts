import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { books } from '#db/schema/index';
import { freshDatabase } from '#db/testing/database';
import { describeError, summarizeError } from '#lib/describe-error';

freshDatabase();

const secret = 'what a reader wished for';

test('a query that a database refuses is told without what was asked', async () => {
  const query = db
    .select({ id: books.id })
    .from(books)
    .where(sql`no_such_column = ${secret} or ${books.title} = ${`${secret}'s`}`);
  const error: unknown = await Promise.resolve(query).then(
    () => assert.fail('Nothing was refused.'),
    (reason) => reason,
  );
  for (const text of [describeError(error), summarizeError(error), describeError(String(error))])
    assert.doesNotMatch(text, /wished|params:/);
  assert.match(describeError(error), /no_such_column/);
});
