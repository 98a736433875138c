import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import type { AuthorRecord } from '#db/rows/author-row';
import { authors, books } from '#db/schema/catalog';
import { searchEngine } from '#db/search/engine';
import { catalog } from '#db/testing/catalog';
import { emptyTables, freshDatabase } from '#db/testing/database';
import { assertKept } from '#db/testing/search-index';
import { addAuthor, changeAuthor } from '#lib/catalog/authors/author-commands';

freshDatabase();
beforeEach(emptyTables);

const austen = { name: 'Jane Austen', sortName: 'Austen, Jane', born: '1775-12-16', died: '1817' };

const rowOf = async (id: number) => (await db.select().from(authors).where(eq(authors.id, id)))[0];

test('a new author is found by every form of the name, and filed under one of them', async () => {
  const outcome = await addAuthor({ ...austen, variants: ['A Lady', ' '] });
  assert.ok(outcome.ok);
  const row = await rowOf(outcome.authorId);
  assert.deepEqual([row?.sortKey, row?.variants, row?.born], ['austen jane', ['A Lady'], '1775-12-16']);
  for (const words of [['jane', 'aus'], ['lady']])
    assert.deepEqual(await searchEngine.authorsWith(words, 10), [outcome.authorId]);
  assert.equal((await addAuthor({ name: 'Jane Austen' })).ok, true);
});

const refused: [changes: Partial<AuthorRecord>, reasons: string[]][] = [
  [{ name: '\n' }, ['name_missing']],
  [{ born: '1775-13' }, ['born_wrong']],
  [{ died: 'long ago' }, ['died_wrong']],
  [{ died: '1770' }, ['died_before_born']],
];
for (const [changes, reasons] of refused)
  test(`an author is refused: ${reasons.join(', ')}`, async () => {
    assert.deepEqual(await addAuthor({ ...austen, ...changes }), { ok: false, reasons });
    assert.equal(await db.$count(authors), 0);
  });

test('a change leaves what it does not name, and books are found and ordered by the new name', async () => {
  await transaction((tx) => catalog(tx, { title: 'Villette', by: [{ name: 'Currer Bell' }] }));
  const [{ id = 0 } = {}] = await db.select({ id: authors.id }).from(authors);
  await changeAuthor(id, { born: '1816' });
  assert.deepEqual(await changeAuthor(id, { name: 'Charlotte Brontë', sortName: 'Brontë, Charlotte' }), {
    ok: true,
  });
  assert.equal((await rowOf(id))?.born, '1816');
  assert.deepEqual(await db.select({ key: books.authorKey }).from(books), [{ key: 'bronte charlotte' }]);
  await assertKept();
});

test('a change is refused where it contradicts what is known, and where there is no such author', async () => {
  const outcome = await addAuthor(austen);
  assert.ok(outcome.ok);
  assert.deepEqual(await changeAuthor(outcome.authorId, { born: '1820' }), {
    ok: false,
    reasons: ['died_before_born'],
  });
  assert.deepEqual(await changeAuthor(4711, {}), { ok: false, reasons: ['author_not_found'] });
  assert.equal((await rowOf(outcome.authorId))?.born, '1775-12-16');
});
