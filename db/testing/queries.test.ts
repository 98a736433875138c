import assert from 'node:assert/strict';
import { test } from 'node:test';
import { db } from '#db/client';
import { books } from '#db/schema/catalog';
import { searchEngine } from '#db/search/engine';
import { freshDatabase } from '#db/testing/database';
import { countQueries, queriesOf } from '#db/testing/queries';
import { plainTerms } from '#db/testing/terms';

freshDatabase();

const search = () =>
  searchEngine.booksWith({
    terms: plainTerms(['emma']),
    unfinished: 'none',
    in: 'anywhere',
    facets: [],
    limit: 1,
  });
const list = () => db.select({ title: books.title }).from(books);

test('the queries of search are heard like all others, each once', async () => {
  const [first, second, ...rest] = await queriesOf(async () => {
    await list();
    await search();
  });
  assert.match(first ?? '', /books/);
  assert.match(second ?? '', /search_entries/);
  assert.deepEqual(rest, []);
  assert.equal(await countQueries(() => Promise.all([search(), search(), list()])), 3);
});

test('nothing is heard of what came before or after', async () => {
  await search();
  const heard = await queriesOf(async () => {});
  await search();
  assert.deepEqual(heard, []);
});
