import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { transaction } from '#db/client';
import { closeConnections } from '#db/connections';
import { currentLocation } from '#db/location';
import { reindex } from '#db/search/reindex';
import { catalog } from '#db/testing/catalog';
import { engine, freshDatabase } from '#db/testing/database';
import { assertKept } from '#db/testing/search-index';
import { remakeSqlObjects, sqlObjects } from '#db/testing/sql-objects';

describe('views, triggers and functions', () => {
  freshDatabase();

  test('are in a migrated database as they stand in db/sql, and no others', async () => {
    const migrated = await sqlObjects();
    await remakeSqlObjects();
    assert.deepEqual(migrated, await sqlObjects());
    assert.ok(migrated.size > 50);
    await transaction((tx) => catalog(tx, { title: 'Emma', by: [{ name: 'Jane Austen' }], copies: [{}] }));
    await assertKept();
  });
});

describe('a SQLite file', { skip: engine !== 'sqlite' }, () => {
  freshDatabase();

  test('has no aggregate with an order of its own, which SQLite reads only since 3.44', async () => {
    for (const [name, text] of await sqlObjects()) assert.doesNotMatch(text, /, '[^']*' ORDER BY/, name);
  });

  test('is read by the sqlite3 of this machine, however old', async (t) => {
    const [by, names] = [
      [{ name: 'Jane Austen' }, { name: 'Ann Radcliffe' }, { name: 'Fanny Burney' }],
      'jane austen ann radcliffe fanny burney',
    ];
    await transaction((tx) => catalog(tx, { title: 'Emma', by, copies: [{}] }));
    await transaction(reindex);
    await closeConnections();
    const location = currentLocation();
    assert.ok(location.dialect === 'sqlite');
    const read = spawnSync('sqlite3', [location.file, 'select names, available from search_source']);
    if (read.error) return t.skip('there is none');
    assert.equal(read.stderr.toString(), '');
    assert.equal(read.stdout.toString().trim(), `${names}|1`);
  });
});
