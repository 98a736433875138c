import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { dialect } from '#db/columns';
import { migrate } from '#db/migrate';
import { searchEngine } from '#db/search/engine';
import { ensureIndex, wordsVersion } from '#db/search/reindex';
import { execute, query, type Row, testNow, unmigratedDatabases } from '#db/testing/database';
import { restoreEarlierVersion, rowsOf, tableNames } from '#db/testing/earlier-version';
import { assertKept } from '#db/testing/search-index';
import { remakeSqlObjects, sqlObjects } from '#db/testing/sql-objects';
import { plainTerms } from '#db/testing/terms';

unmigratedDatabases();
beforeEach(() => restoreEarlierVersion('2026-11-22'));

async function bringUpToDate() {
  const outcome = await migrate({ now: testNow });
  await ensureIndex();
  return outcome;
}

const find = async (...words: string[]) => {
  const { entries } = await searchEngine.booksWith({
    terms: plainTerms(words),
    unfinished: 'none',
    in: 'anywhere',
    facets: [],
    limit: 20,
  });
  return entries.map(({ id }) => id).sort((a, b) => a - b);
};

/** What migrations and the first start change: a name, and which version made the words. */
function asOfToday(table: string, row: Row): Row {
  if (table === 'session_values' && row.key === 'visits') return { ...row, key: 'num_visits' };
  if (table === 'library_settings' && row.name === 'search_words_version')
    return { ...row, value: wordsVersion };
  return row;
}

/** What today's rules make of a record, whatever an earlier version made. */
const made = /^(?:words|title_keys?|title_words|other_words|sort_key|author_key)$/;

/** The columns that there were, in their order: a new one has no row to be compared with. */
const asBefore = (rows: Row[], before: Row[]) => {
  const columns = Object.keys(before[0] ?? {}).filter((column) => !made.test(column));
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
};

const sorted = (rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort();

test('a library of an earlier version keeps every row of every table', async () => {
  const tables = (await tableNames()).filter((name) => name !== 'applied_migrations');
  const before = await rowsOf(tables);
  const outcome = await bringUpToDate();
  assert.ok(outcome.ok && outcome.applied > 0);
  const after = await rowsOf(tables);
  assert.ok(tables.length >= 17);
  for (const table of tables) {
    const rows = before[table] ?? [];
    if (table.startsWith('search_') && table !== 'search_pause') continue;
    assert.ok(rows.length > 0 || table === 'search_pause', `the fixture has no row of ${table}`);
    assert.deepEqual(
      sorted(asBefore(after[table] ?? [], rows)),
      sorted(
        asBefore(
          rows.map((row) => asOfToday(table, row)),
          rows,
        ),
      ),
      table,
    );
  }
});

test('its views and triggers are those of today', async () => {
  await bringUpToDate();
  const migrated = await sqlObjects();
  await remakeSqlObjects();
  assert.deepEqual(migrated, await sqlObjects());
});

test('its sessions go on: nothing that a reader left is lost, and visits are counted on', async () => {
  await bringUpToDate();
  const values = await query('select id_hash, key, value from session_values');
  const bySession = Map.groupBy(values, ({ id_hash }) => id_hash);
  const sessions = [...bySession.values()].map((rows) =>
    Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(String(value))])),
  );
  assert.deepEqual(
    sessions.map(({ num_visits }) => num_visits).sort((a, b) => b - a),
    [42, 3, 1, undefined],
  );
  assert.deepEqual(
    sessions.find(({ num_visits }) => num_visits === 42),
    {
      num_visits: 42,
      language: 'pt-BR',
      theme: 'dark',
      sort: 'year',
      sortNames: 'books',
      pageSize: 50,
      closedNotices: ['demonstration'],
      viewed: [7, 1, 5],
      list: [1, 5, 7],
    },
  );
});

test('a session that counted under both names has the sum of both', async () => {
  await execute(`insert into session_values (id_hash, key, value)
    select id_hash, 'num_visits', '5' from session_values where key = 'visits' and value like '42%'`);
  await bringUpToDate();
  const counts = await query(`select key, value from session_values where key like '%visits'`);
  assert.deepEqual(counts.map(({ key, value }) => `${key} ${Number(value)}`).sort(), [
    'num_visits 1',
    'num_visits 3',
    'num_visits 47',
  ]);
});

test('it is searched as before: by title in any script, by a form of a name, by what stands on a copy', async () => {
  await bringUpToDate();
  assert.deepEqual(await find('lighthouse'), [1]);
  assert.deepEqual(await find('静か', 'かな', 'な港'), [5]);
  assert.deepEqual(await find('lougoff'), [6]);
  assert.deepEqual(await find('casas'), [2, 3, 10]);
  assert.deepEqual(await find('77000000'), [1]);
  await assertKept();
});

test('a copy that comes back there is on the shelf again, and counted', async () => {
  await bringUpToDate();
  const available = async () =>
    (await query('select copies_available from record_counts'))[0]?.copies_available;
  const before = Number(await available());
  const moment = dialect === 'postgresql' ? `'2026-11-22'` : testNow.getTime();
  await execute(`update loans set returned_at = ${moment} where returned_at is null`);
  assert.equal(Number(await available()), before + 2);
  await assertKept();
});
