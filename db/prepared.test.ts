import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { prepared } from '#db/prepared';
import { books } from '#db/schema/catalog';
import { emptyTables, freshDatabase } from '#db/testing/database';
import { insertBook } from '#db/testing/records';

freshDatabase();
beforeEach(emptyTables);

const byTitle = prepared('books_by_title', () =>
  db
    .select({ title: books.title })
    .from(books)
    .where(eq(books.title, sql.placeholder('title'))),
);

test('a prepared query is asked again and again, with other values', async () => {
  await transaction((tx) => insertBook(tx, { title: 'Emma' }));
  assert.deepEqual(await byTitle({ title: 'Emma' }), [{ title: 'Emma' }]);
  assert.deepEqual(await byTitle({ title: 'Persuasion' }), []);
  assert.deepEqual(await byTitle({ title: "'; drop table books; --" }), []);
});

test('it sees what was committed after it was prepared', async () => {
  assert.deepEqual(await byTitle({ title: 'Emma' }), []);
  await transaction((tx) => insertBook(tx, { title: 'Emma' }));
  assert.deepEqual(await byTitle({ title: 'Emma' }), [{ title: 'Emma' }]);
});

test('it is built once', async () => {
  let built = 0;
  const all = prepared('all_books', () => {
    built++;
    return db.select({ id: books.id }).from(books);
  });
  await Promise.all([all(), all(), all()]);
  await all();
  assert.equal(built, 1);
});
