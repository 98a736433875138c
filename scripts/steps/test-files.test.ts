import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runApart, temporaryFolder } from '#db/testing/environment';
import { testFiles, usesDatabase } from './test-files.mjs';

const { withDatabase, withoutDatabase, alone } = testFiles();

/** Not written out where it is imported below, for then this file would run in every dialect. */
const database = '#db/testing/database';

test('every test is in one of the two classes, and both have some', () => {
  const all = [...withDatabase, ...withoutDatabase];
  assert.equal(new Set(all).size, all.length);
  for (const file of ['lib/env.test.ts', 'scripts/steps/test-files.test.ts', 'app/_ui/raw-html/html.test.ts'])
    assert.ok(withoutDatabase.includes(file), file);
  for (const file of ['db/client.test.ts', 'lib/search/search.test.ts', 'lib/import/apply/load.test.ts'])
    assert.ok(withDatabase.includes(file), file);
  for (const file of all) assert.ok(existsSync(file), file);
});

test('who is to be alone on a server has a database', () => {
  assert.ok(alone.includes('lib/search/cache/search-cache.test.ts'));
  for (const file of alone) assert.ok(withDatabase.includes(file), file);
});

test('whoever says anywhere that it wants a database has one', () => {
  const wanting = /\b(?:freshDatabase|unmigratedDatabases|openDatabase|openConnections)\b/;
  for (const file of withoutDatabase) {
    if (file === 'scripts/steps/test-files.test.ts') continue;
    assert.doesNotMatch(readFileSync(file, 'utf8'), wanting, file);
  }
});

describe('a new test', () => {
  const written = (name: string, ...lines: string[]) => {
    const file = join(temporaryFolder, name);
    writeFileSync(file, lines.join('\n'));
    return file;
  };

  test('with the test database has one', () => {
    for (const line of [
      `import { freshDatabase } from '${database}';`,
      `import {\n  emptyTables,\n  freshDatabase as fresh,\n} from "${database}";`,
      `import '${database}';`,
      `const { freshDatabase } = await import('${database}');`,
    ])
      assert.ok(usesDatabase(written('direct.test.ts', line)), line);
  });

  test('whose helper has one has one, however far away', () => {
    written('c.ts', `export * from './b.ts';`, `import { freshDatabase } from '${database}';`);
    written('b.ts', `import { c } from './c';`, `import { a } from './a.ts';`);
    const far = written('a.ts', `import { b } from './b.ts';`);
    assert.ok(usesDatabase(far));
  });

  test('of a rule has none, though what it tests can open one', () => {
    const lines = [`import { testNow } from '#db/testing/environment';`, `import { db } from '#db/client';`];
    assert.ok(!usesDatabase(written('rule.test.ts', ...lines)));
  });
});

describe('where tests without a database run,', () => {
  test('nothing opens one unnoticed', async () => {
    const module = `import { db } from '#db/client';
      import { books } from '#db/schema/catalog';
      await db.select().from(books);`;
    const { code, stderr } = await runApart(module);
    assert.notEqual(code, 0);
    assert.match(stderr, /no-database-without-db-testing-database/);
  });

  test('the test database is refused', async () => {
    const { code, stderr } = await runApart(`import '${database}';`, { TEST_DIALECT: 'none' });
    assert.notEqual(code, 0);
    assert.match(stderr, /TEST_DIALECT holds “none”/);
  });
});

test('a part of a path chooses tests', () => {
  const env = { withDatabase: [], withoutDatabase: ['lib/env.test.ts'], alone: [] };
  for (const part of ['lib/env', './lib/env.test.ts', 'env.test', join(process.cwd(), 'lib/env.test.ts')])
    assert.deepEqual(testFiles([part]), env, part);
  const both = testFiles(['lib/env.test.ts', 'db/client.test.ts']);
  assert.deepEqual(both, { ...env, withDatabase: ['db/client.test.ts'] });
  assert.deepEqual(testFiles(['nowhere']), { withDatabase: [], withoutDatabase: [], alone: [] });
});
