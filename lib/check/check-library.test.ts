import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { engine, execute, query, unmigratedDatabases } from '#db/testing/database';
import { fullLibrary } from '#lib/backup/testing';
import { checkLibrary } from '#lib/check/check-library';
import { checkCommand } from '#lib/cli/check';

unmigratedDatabases();
beforeEach(fullLibrary);

const sqlite = engine === 'sqlite';

/** What no command of ours does: as if a trigger had not been there. */
const behindTheTriggers = (statement: string) =>
  execute(
    sqlite
      ? `pragma foreign_keys = off; ${statement}`
      : `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
  );

test('nothing is wrong with a library that only its commands have written', async () => {
  assert.deepEqual(await checkCommand(), { message: 'Nothing is wrong with the database.', code: 0 });
});

const faults: [string, string, RegExp][] = [
  ['a count of the home page', 'update record_counts set books = books + 1', /count of books/],
  ['the copies on the shelf', 'update record_counts set copies_available = 0', /count of copies available/],
  ['the counts as a whole', 'delete from record_counts', /count of authors/],
  [
    'an author’s books',
    'update authors set book_count = 9 where id = 1',
    /number of books of an author \(1\)/,
  ],
  ['a genre’s books', 'update genres set book_count = 9', /number of books of a genre/],
  ['a language’s books', 'update languages set book_count = 9', /number of books of a language/],
  ['who a book is sorted by', `update books set author_key = 'zz' where id = 1`, /sorted by \(1\)/],
  [
    'a sort key',
    `update books set sort_key = 'zz' where id = 1`,
    /books whose sort_key .*: 1, the first is 1/,
  ],
  ['an author’s sort key', `update authors set sort_key = 'zz' where id = 2`, /authors whose sort_key/],
  ['the words of a title', `update books set title_words = 'zz' where id = 1`, /books whose title_words/],
  ['the words of a copy', `update copies set words = 'zz' where id = 1`, /copies whose words/],
  ['the words of a genre', `update genres set words = 'zz'`, /genres whose words/],
  ['what a search reads', 'delete from search_entries where book_id = 1', /book that no search finds \(1\)/],
  [
    'what a search shows',
    `update search_entries set title_key = 'zz' where book_id = 1`,
    /no longer has \(1\)/,
  ],
  [
    'who is available',
    'update search_entries set available = 1 - available where book_id = 1',
    /against the shelf/,
  ],
  [
    'what a search is narrowed by',
    `update search_entries set facets = 'f_map' where book_id = 1`,
    /narrowed by \(1\)/,
  ],
  ['titles typed whole', 'delete from search_titles', /typed whole/],
  ['words of slips', 'delete from search_words', /no slip is corrected to/],
  ['an index that nobody filled', 'insert into search_pause (id) values (1)', /nobody ended/],
  ['a reference', 'delete from authors where id = 1', /contributors that belong to nothing in authors/],
];

for (const [what, statement, sentence] of faults)
  test(`it notices ${what}`, async () => {
    // Triggers would mend on SQLite what is broken here; there they are the last thing that goes.
    await behindTheTriggers(sqlite ? `${await withoutTriggers()}; ${statement}` : statement);
    const { message, code } = await checkCommand();
    assert.equal(code, 1);
    assert.match(message, sentence);
  });

async function withoutTriggers(): Promise<string> {
  const names = await query(
    `select name from sqlite_master where type = 'trigger' and tbl_name not like 'search_re%'`,
  );
  return names.map(({ name }) => `drop trigger ${name}`).join('; ');
}

const onSqlite = { skip: !sqlite && 'SQLite only' };

test('it notices an index of words that lacks a book', onSqlite, async () => {
  await execute('delete from search_index where rowid = 1');
  assert.match((await checkLibrary()).join(), /missing in the index of words \(1\)/);
});

test('a database of another version is not looked into', async () => {
  await execute(
    'delete from applied_migrations where created_at = (select max(created_at) from applied_migrations)',
  );
  assert.match((await checkLibrary()).join(), /^The database has the schema .*: start it once first\.$/);
});
