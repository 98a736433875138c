import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { closeConnections, connections, openConnections } from '#db/connections';
import { engine, runApart, temporaryFolder } from '#db/testing/database';

const onSqlite = engine !== 'sqlite' && 'SQLite only';

afterEach(closeConnections);

test('a process has one set of connections', { skip: onSqlite }, async () => {
  assert.equal(await openConnections(), connections());
  const before = connections();
  await closeConnections();
  assert.notEqual(connections(), before);
});

test('closing what was never opened does nothing', () => closeConnections());

test('the folder of a new library is made', { skip: onSqlite }, () => {
  const file = join(temporaryFolder, 'parish/books/library.db');
  connections({ dialect: 'sqlite', file });
  assert.ok(existsSync(file));
});

test('the log of a large import does not keep its size', { skip: onSqlite }, () => {
  const file = join(temporaryFolder, 'import.db');
  const open = connections({ dialect: 'sqlite', file });
  assert.ok(open.kind === 'sqlite');
  open.writer.exec('create table pages (text)');
  const insert = open.writer.prepare('insert into pages values (zeroblob(?))');
  insert.run(40 * 1024 * 1024);
  assert.ok(statSync(`${file}-wal`).size > 40 * 1024 * 1024);
  insert.run(1);
  insert.run(1);
  assert.ok(statSync(`${file}-wal`).size <= 16 * 1024 * 1024);
});

/** Opens ten new files, each at the same moment as every other process that was given this start. */
const openTogether = (start: number) => `
  import { closeConnections, connections } from '#db/connections';
  for (let n = 0; n < 10; n++) {
    while (Date.now() < ${start} + n * 60);
    connections({ dialect: 'sqlite', file: '${temporaryFolder}/shared-' + n + '.db' });
    await closeConnections();
  }`;

test('two processes open the same new file at once', { skip: onSqlite }, async () => {
  const module = openTogether(Date.now() + 1000);
  for (const { code, stderr } of await Promise.all([runApart(module), runApart(module)])) {
    assert.equal(code, 0, stderr);
  }
});

const onPostgresql = engine === 'sqlite' && 'PostgreSQL only';

test('the embedded PostgreSQL is opened explicitly', { skip: onPostgresql }, () => {
  const embedded = { dialect: 'postgresql', url: 'pglite:', embedded: true } as const;
  assert.throws(() => connections(embedded), /openConnections/);
});
