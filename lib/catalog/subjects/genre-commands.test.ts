import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { asc } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { genres } from '#db/schema/catalog';
import { catalog } from '#db/testing/catalog';
import { emptyTables, freshDatabase } from '#db/testing/database';
import { assertKept } from '#db/testing/search-index';
import { genresNamed, renameGenre } from '#lib/catalog/subjects/genre-commands';

freshDatabase();
beforeEach(emptyTables);

const names = async () =>
  (await db.select({ name: genres.name }).from(genres).orderBy(asc(genres.id))).map(({ name }) => name);

test('genres are found by name whatever its case and accents, and added where they are new', async () => {
  const named = (...wanted: string[]) => transaction((tx) => genresNamed(tx, wanted));
  const [poetry, poesía, again] = await named('Poetry', 'Poesía', 'POETRY');
  assert.equal(poetry, again);
  const [second, satire, first] = await named('poesia', 'Satire', 'poetry\0');
  assert.deepEqual([first, second], [poetry, poesía]);
  assert.deepEqual(await named('satire'), [satire]);
  assert.deepEqual((await names()).sort(), ['Poesía', 'Poetry', 'Satire']);
  assert.deepEqual(await named(), []);
});

test('a genre with another name leads to its books by it', async () => {
  await transaction((tx) => catalog(tx, { title: 'Emma', genres: ['Satire'] }));
  const [genre] = await db.select().from(genres);
  assert.deepEqual(await renameGenre(genre?.id ?? 0, ' Comedy '), { ok: true });
  assert.deepEqual(await names(), ['Comedy']);
  await assertKept();
});

test('two genres cannot have one name; nor can one have none, or one that is not there', async () => {
  const [poetry = 0] = await transaction((tx) => genresNamed(tx, ['Poetry', 'Poesía']));
  assert.deepEqual(await renameGenre(poetry, 'POESIA'), { ok: false, reasons: ['name_taken'] });
  assert.deepEqual(await renameGenre(poetry, 'POETRY'), { ok: true });
  assert.deepEqual(await renameGenre(poetry, '\t'), { ok: false, reasons: ['name_missing'] });
  assert.deepEqual(await renameGenre(4711, 'Satire'), { ok: false, reasons: ['genre_not_found'] });
});
