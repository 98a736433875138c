import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { transaction } from '#db/client';
import { isBusy, isDatabaseFailure, isForeignKeyViolation, isRetryable, isUniqueViolation } from '#db/errors';
import { copies, genres, languages } from '#db/schema/index';
import { emptyTables, freshDatabase } from '#db/testing/database';
import { copyRow, emmaWithReaders, insertBook, insertCopy } from '#db/testing/records';

freshDatabase();
beforeEach(emptyTables);

const failureOf = (work: Parameters<typeof transaction<unknown>>[0]): Promise<unknown> =>
  transaction(work).then(
    () => assert.fail('Nothing was refused.'),
    (error) => error,
  );

const coded = (code: string) => Object.assign(new Error(code), { code });

test('a second genre of the same name is a unique violation', async () => {
  const poetry = { name: 'Poetry', sortKey: 'poetry' };
  const error = await failureOf((tx) => tx.insert(genres).values([poetry, poetry]));
  assert.equal(isUniqueViolation(error), true);
  assert.equal(isForeignKeyViolation(error), false);
  assert.equal(isRetryable(error), false);
});

test('a primary key taken twice is a unique violation', async () => {
  const error = await failureOf((tx) => tx.insert(languages).values([{ code: 'pt' }, { code: 'pt' }]));
  assert.equal(isUniqueViolation(error), true);
});

test('a copy of no book is a foreign key violation', async () => {
  const error = await failureOf((tx) => tx.insert(copies).values(copyRow(4711)));
  assert.equal(isForeignKeyViolation(error), true);
  assert.equal(isUniqueViolation(error), false);
});

test('deleting a book that has copies is a foreign key violation', async () => {
  await emmaWithReaders();
  const { books } = await import('#db/schema/catalog');
  assert.equal(isForeignKeyViolation(await failureOf((tx) => tx.delete(books))), true);
});

test('a condition that does not exist is neither', async () => {
  const error = await failureOf(async (tx) =>
    insertCopy(tx, await insertBook(tx), { condition: 'eaten' as 'ok' }),
  );
  assert.equal(isUniqueViolation(error), false);
  assert.equal(isForeignKeyViolation(error), false);
});

test('the code is found below wrapping errors', () => {
  const wrapped = new Error('query failed', { cause: new Error('again', { cause: coded('40P01') }) });
  assert.equal(isRetryable(wrapped), true);
  assert.equal(isRetryable(coded('40001')), true);
  assert.equal(isRetryable(coded('23505')), false);
  assert.equal(isBusy(coded('SQLITE_BUSY_RECOVERY')), true);
  assert.equal(isBusy(coded('SQLITE_ERROR')), false);
});

test('what is no error, or has no code, is none of them', () => {
  for (const thrown of [undefined, null, 'SQLITE_BUSY', new Error('SQLITE_BUSY'), { code: '23505' }]) {
    const recognised = [isBusy, isForeignKeyViolation, isRetryable, isUniqueViolation].some((is) =>
      is(thrown),
    );
    assert.equal(recognised, false);
  }
});

test('what a database refused, or could not be asked, is its failure; a mistake of ours is not', () => {
  for (const code of ['SQLITE_NOTADB', 'SQLITE_CORRUPT_INDEX', '57014', '08006', '42P01', 'ECONNREFUSED'])
    assert.equal(isDatabaseFailure(new Error('failed', { cause: coded(code) })), true, code);
  for (const error of [coded('ERR_INVALID_ARG_TYPE'), new TypeError('x'), 'SQLITE_FULL', undefined])
    assert.equal(isDatabaseFailure(error), false);
});
