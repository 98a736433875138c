import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import '#db/testing/alone';
import { insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { bookRow, insertBook, insertBooks } from '#db/testing/records';
import { facetsWithin } from '#lib/browse/facet-queries';
import { maxBooks } from '#lib/search/candidates';
import { noFilters } from '#lib/search/request';

describe('the filters of a list', () => {
  freshDatabase();
  before(() =>
    transaction(async (tx) => {
      await insertLanguages(tx, 'en', 'es');
      for (const [title, language] of [
        ['Emma', 'en'],
        ['Persuasion', 'en'],
        ['Rayuela', 'es'],
      ] as const)
        await insertBook(tx, { title, language });
    }),
  );

  test('by what a list can be narrowed is counted among all its books', async () => {
    const all = await facetsWithin();
    assert.equal(all.counted, 'all');
    assert.deepEqual(all.facets.language, [
      { value: 'en', count: 2 },
      { value: 'es', count: 1 },
    ]);
    const spanish = await facetsWithin({ ...noFilters(), language: ['es'] });
    assert.deepEqual([spanish.ids.length, spanish.facets.language], [1, [{ value: 'es', count: 1 }]]);
  });

  test('and is known again until something is committed', async () => {
    assert.equal(await facetsWithin(), await facetsWithin());
    const before = await facetsWithin();
    await transaction((tx) => insertBook(tx, { title: 'Ficciones', language: 'es' }));
    assert.notEqual(await facetsWithin(), before);
  });

  test('of more books than are looked at some are counted, and that is said', async () => {
    const many = Array.from({ length: maxBooks }, (_, number) => bookRow({ title: `Volume ${number}` }));
    await transaction((tx) => insertBooks(tx, many));
    const { counted, ids } = await facetsWithin();
    assert.deepEqual([counted, ids.length], ['some', maxBooks]);
  });
});
