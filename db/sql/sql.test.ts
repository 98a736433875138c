import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { beforeEach, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { closeConnections } from '#db/connections';
import { currentLocation } from '#db/location';
import { nameWords } from '#db/search/names';
import { reindex } from '#db/search/reindex';
import { catalog } from '#db/testing/catalog';
import { emptyTables, engine, freshDatabase, query } from '#db/testing/database';
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

/** By the version that brought them: 3.41 to 3.50. */
const later = [
  /\b(?:group_concat|string_agg|json_group_array|sum|count)\s*\([^()]*\bORDER\s+BY\b/i,
  /\b(?:string_agg|concat|concat_ws|octet_length|timediff|unhex|iif_null|json_pretty|jsonb\w*|unistr\w*)\s*\(/i,
];

describe('a SQLite file', { skip: engine !== 'sqlite' }, () => {
  freshDatabase();
  beforeEach(emptyTables);

  test('has nothing in its schema that SQLite reads only since a version after 3.40', async () => {
    // A virtual table is opened when it is used: an older program lacks the index of words, and reads the rest.
    const texts = await query(`select name, sql from sqlite_master where sql not like 'CREATE VIRTUAL%'`);
    assert.ok(texts.length > 100);
    for (const { name, sql } of texts)
      for (const since of later) assert.doesNotMatch(String(sql), since, String(name));
  });

  const counting = `import sqlite3, sys
library = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
print([library.execute("select count(*) from " + name).fetchone()[0] for name in sys.argv[2:]])`;

  test('is counted by the Python of this machine while the library runs, every table and view', async (t) => {
    await transaction((tx) => catalog(tx, { title: 'Emma', by: [{ name: 'Jane Austen' }], copies: [{}] }));
    const location = currentLocation();
    assert.ok(location.dialect === 'sqlite');
    const kept = await query(
      `select name from sqlite_master where type in ('table', 'view') and sql not like '%VIRTUAL%'`,
    );
    const names = ['books', ...kept.map(({ name }) => String(name))];
    const read = spawnSync('python3', ['-c', counting, location.file, ...names], { encoding: 'utf8' });
    if (read.error || /No module/.test(read.stderr)) return t.skip('there is none');
    const counts = [];
    for (const name of names) counts.push(Number((await query(`select count(*) as n from ${name}`))[0]?.n));
    assert.deepEqual([read.stderr, JSON.parse(read.stdout)], ['', counts]);
    assert.ok((counts[0] ?? 0) > 0);
  });

  test('is read by the sqlite3 of this machine, however old', async (t) => {
    const [by, names] = [
      [{ name: 'Jane Austen' }, { name: 'Ann Radcliffe' }, { name: 'Fanny Burney' }],
      ['Jane Austen', 'Ann Radcliffe', 'Fanny Burney'].map((name) => nameWords({ name })).join(' ; '),
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
