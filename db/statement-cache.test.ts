import assert from 'node:assert/strict';
import { test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { cachingStatements } from '#db/statement-cache';

function shelf() {
  const connection = new Sqlite(':memory:');
  connection.exec(`create table books (title text); insert into books values ('Emma')`);
  return { connection, caching: cachingStatements(connection) };
}

test('a statement is prepared once, and runs each time with its own values', () => {
  const { caching } = shelf();
  const add = caching.prepare('insert into books values (?)');
  add.run('Persuasion');
  assert.equal(caching.prepare('insert into books values (?)'), add);
  caching.prepare('insert into books values (?)').run('Sanditon');
  const titles = caching.prepare('select title from books').pluck().all();
  assert.deepEqual(titles, ['Emma', 'Persuasion', 'Sanditon']);
});

test('rows are arrays only for whoever asks for arrays', () => {
  const { caching } = shelf();
  assert.deepEqual(caching.prepare('select title from books').raw().all(), [['Emma']]);
  assert.deepEqual(caching.prepare('select title from books').all(), [{ title: 'Emma' }]);
});

test('a table that has changed meanwhile is read as it is', () => {
  const { connection, caching } = shelf();
  const all = () => caching.prepare('select * from books').all();
  assert.deepEqual(all(), [{ title: 'Emma' }]);
  connection.exec('alter table books add column year integer');
  assert.deepEqual(all(), [{ title: 'Emma', year: null }]);
  connection.exec(`drop table books; create table books (name text); insert into books values ('Emma')`);
  assert.deepEqual(all(), [{ name: 'Emma' }]);
});

test('of thousands of statements those used last are kept', () => {
  const { caching } = shelf();
  const one = (n: number) => caching.prepare(`select ${n}`);
  const [first, second] = [one(1), one(2)];
  for (let n = 3; n <= 200; n++) one(n);
  assert.equal(one(1), first);
  one(201);
  assert.equal(one(1), first);
  assert.notEqual(one(2), second);
});

test('the connection is otherwise the same', () => {
  const { connection, caching } = shelf();
  const fail = caching.transaction(() => {
    caching.prepare('delete from books').run();
    throw new Error('no');
  });
  assert.throws(fail, /no/);
  assert.equal(caching.prepare('select count(*) from books').pluck().get(), 1);
  connection.close();
  assert.equal(caching.open, false);
});
