import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { catalog } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { bookRow, insertBooks } from '#db/testing/records';
import { suggest } from '#lib/search/suggestions/suggest';
import { stoppedClock } from '#lib/search/test-clock';

/** More than are looked at, and added before all others: *dragon* in their titles, *pearl* in their series. */
const hoard = Array.from({ length: 210 }, (_, number) =>
  bookRow({ title: `Tale ${number} of a Dragon`, series: 'The Pearl Series' }),
);

describe('suggestions', () => {
  freshDatabase();
  stoppedClock();
  before(() =>
    transaction(async (tx) => {
      await insertBooks(tx, hoard);
      for (const title of [
        'Dragon Harbour',
        'Diving for a Pearl',
        'Wind and Weather of the Coast',
        'Wind Rose',
      ])
        await catalog(tx, { title });
      await catalog(tx, { title: 'Kites', by: [{ name: 'Zora Quill' }] });
    }),
  );

  const titles = async (q: string) =>
    (await suggest(q)).flatMap((each) => (each.kind === 'book' ? each.title : []));

  test('begin with what was typed, however many titles hold it elsewhere', async () => {
    assert.equal((await titles('dragon'))[0], 'Dragon Harbour');
    assert.equal((await titles('drago'))[0], 'Dragon Harbour');
  });

  test('hold it in the title, however many books hold it elsewhere', async () => {
    assert.equal((await titles('pearl'))[0], 'Diving for a Pearl');
  });

  test('are found by title and author together', async () => {
    assert.deepEqual(await titles('kites quil'), ['Kites']);
  });

  test('are those first that say little else', async () => {
    assert.deepEqual(await titles('wind'), ['Wind Rose', 'Wind and Weather of the Coast']);
  });

  test('of one letter begin with it; behind a word a book has to hold it too', async () => {
    assert.deepEqual(await titles('k'), ['Kites']);
    assert.deepEqual(await titles('rose w'), ['Wind Rose']);
    assert.deepEqual(await titles('kites z'), ['Kites']);
    assert.deepEqual(await titles('kites w'), []);
  });

  test('are six books at most', async () => {
    assert.equal((await titles('tale')).length, 6);
  });
});
