import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { migrate } from '#db/migrate';
import { ensureIndex } from '#db/search/reindex';
import { type Row, testNow, unmigratedDatabases } from '#db/testing/database';
import { earlierVersions, restoreEarlierVersion, rowsOf, tableNames } from '#db/testing/earlier-version';
import { remakeSqlObjects, sqlObjects } from '#db/testing/sql-objects';
import { checkLibrary } from '#lib/check/check-library';

unmigratedDatabases();

/** What today's rules make of a record, whatever an earlier version made. */
const made = /^(?:words|title_keys?|title_words|other_words|sort_key|book_count|minus_books|author_key)$/;

const kept = (row: Row) =>
  JSON.stringify(
    Object.entries(row)
      .filter(([column]) => !made.test(column))
      .map(([column, value]) => [column, column === 'key' && value === 'visits' ? 'num_visits' : value]),
  );

/** The columns of `before` only: what came later has nothing to be compared with. */
function asBefore(after: Row[], before: Row[]): string[] {
  const columns = Object.keys(before[0] ?? {});
  return after.map((row) => kept(Object.fromEntries(columns.map((column) => [column, row[column]])))).sort();
}

const isRecord = (table: string) => table !== 'applied_migrations' && !table.startsWith('search_');

for (const version of earlierVersions())
  test(`a library of ${version} is brought up to date with all that it held`, async () => {
    await restoreEarlierVersion(version);
    const tables = (await tableNames()).filter(isRecord);
    const before = await rowsOf(tables);
    assert.ok(before.books?.length && before.loans?.length);
    assert.ok((await migrate({ now: testNow })).ok);
    await ensureIndex();
    const after = await rowsOf(tables);
    for (const table of tables) {
      const rows = before[table] ?? [];
      const own = (after[table] ?? []).filter(({ name }) => name !== 'search_words_version');
      const others = rows.filter(({ name }) => name !== 'search_words_version');
      assert.deepEqual(asBefore(own, rows), others.map(kept).sort(), table);
    }
    assert.deepEqual(await checkLibrary(), []);
    const migrated = await sqlObjects();
    await remakeSqlObjects();
    assert.deepEqual(migrated, await sqlObjects());
  });

test('each schema that ever landed is kept as a library, but for the one of today', () => {
  const read = (dialect: string) =>
    JSON.parse(readFileSync(`db/migrations/${dialect}/meta/_journal.json`, 'utf8')).entries.length;
  const landed = Array.from({ length: read('sqlite') - 1 }, (_, n) => String(n).padStart(4, '0'));
  // Each came together with the one after it, or was finished with that one.
  const neverAlone = ['0000', '0004', '0005'];
  const missing = landed.filter(
    (number) => !neverAlone.includes(number) && !earlierVersions().some((name) => name.startsWith(number)),
  );
  assert.deepEqual(
    missing,
    [],
    'node db/testing/make-fixture.ts makes one, see db/testing/fixtures/README.md',
  );
});
