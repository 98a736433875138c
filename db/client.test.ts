import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { closeConnections, connections } from '#db/connections';
import { currentLocation } from '#db/location';
import { books, genres, librarySettings } from '#db/schema/index';
import { emptyTables, engine, freshDatabase } from '#db/testing/database';
import { insertBook, insertGenre } from '#db/testing/records';

freshDatabase();
beforeEach(emptyTables);

const onSqlite = engine !== 'sqlite' && 'SQLite only';
const onServer = engine !== 'server' && 'needs a PostgreSQL server: PGlite has one connection';

const titles = async () => (await db.select({ title: books.title }).from(books)).map(({ title }) => title);

test('what a transaction did is there for everybody once it is over', async () => {
  const id = await transaction((tx) => insertBook(tx, { title: 'Emma' }));
  assert.equal(typeof id, 'number');
  assert.deepEqual(await titles(), ['Emma']);
});

test('a transaction sees its own work, and others nothing of it before the end', async () => {
  let seenByOthers: Promise<string[]> | undefined;
  const work = transaction(async (tx) => {
    await insertBook(tx, { title: 'Emma' });
    assert.equal((await tx.select().from(books)).length, 1);
    // PGlite has one connection: there the read waits for the end, so the end must be a failure.
    seenByOthers = titles();
    await pause(20);
    throw new Error('The cat walked over the keyboard.');
  });
  await assert.rejects(work, /The cat/);
  assert.deepEqual(await seenByOthers, []);
});

test('work that throws leaves nothing, and the next transaction is not troubled', async () => {
  const failing = transaction(async (tx) => {
    await insertGenre(tx, 'Poetry');
    await insertGenre(tx, 'Poetry');
  });
  await assert.rejects(failing);
  assert.equal((await db.select().from(genres)).length, 0);
  await transaction((tx) => insertGenre(tx, 'Poetry'));
  assert.equal((await db.select().from(genres)).length, 1);
});

test('work that throws before its first query, or synchronously, leaves nothing either', async () => {
  await assert.rejects(
    transaction(() => {
      throw new Error('No.');
    }),
    /No\./,
  );
  await transaction((tx) => insertBook(tx));
  assert.equal((await titles()).length, 1);
});

test('a transaction inside a transaction is refused, and the outer one rolls back', async () => {
  const nested = transaction(async (tx) => {
    await insertBook(tx);
    await transaction((inner) => insertBook(inner));
  });
  await assert.rejects(nested, /pass `tx` on/);
  assert.deepEqual(await titles(), []);
});

const counter = eq(librarySettings.name, 'counter');
const startCounting = () =>
  transaction((tx) => tx.insert(librarySettings).values({ name: 'counter', value: '0' }));

test('a hundred transactions at once lose no addition', async () => {
  await startCounting();
  const added = sql`cast(cast(${librarySettings.value} as integer) + 1 as text)`;
  const addOne = (tx: Transaction) => tx.update(librarySettings).set({ value: added }).where(counter);
  await Promise.all(Array.from({ length: 100 }, () => transaction(addOne)));
  assert.equal((await db.select().from(librarySettings))[0]?.value, '100');
});

test('on SQLite work that waits is not interleaved with other work', { skip: onSqlite }, async () => {
  await startCounting();
  const readThenWrite = async (tx: Transaction) => {
    const [row] = await tx.select().from(librarySettings).where(counter);
    await pause(1);
    const value = String(Number(row?.value) + 1);
    await tx.update(librarySettings).set({ value }).where(counter);
  };
  await Promise.all(Array.from({ length: 20 }, () => transaction(readThenWrite)));
  assert.equal((await db.select().from(librarySettings))[0]?.value, '20');
});

test('transactions run in the order they were asked for', { skip: onSqlite }, async () => {
  const order: number[] = [];
  const note = (n: number, ms: number) => async () => {
    await pause(ms);
    order.push(n);
  };
  await Promise.all([transaction(note(1, 20)), transaction(note(2, 5)), transaction(note(3, 0))]);
  assert.deepEqual(order, [1, 2, 3]);
});

test('db cannot write', { skip: onSqlite }, async () => {
  await assert.rejects(async () => insertBook(db), /readonly/);
  assert.deepEqual(await titles(), []);
});

test('a crash right after a commit loses nothing', { skip: onSqlite }, async () => {
  await closeConnections();
  const open = connections();
  assert.equal(open.kind, 'sqlite');
  if (open.kind !== 'sqlite') return;
  assert.equal(open.writer.pragma('journal_mode', { simple: true }), 'wal');
  assert.equal(open.writer.pragma('synchronous', { simple: true }), 2);
  assert.equal(open.writer.pragma('foreign_keys', { simple: true }), 1);
});

test('another program that writes delays us, and holds up nobody else', { skip: onSqlite }, async () => {
  const location = currentLocation();
  assert.ok(location.dialect === 'sqlite');
  const other = new Sqlite(location.file);
  other.exec('BEGIN IMMEDIATE');
  // If waiting blocked the event loop, this could not run before the waiting is over.
  const released = pause(300).then(() => other.exec('COMMIT'));
  const started = performance.now();
  const writing = transaction((tx) => insertBook(tx));
  assert.deepEqual(await titles(), []);
  await writing;
  const waited = performance.now() - started;
  assert.ok(waited >= 250, 'the transaction did not wait');
  assert.ok(waited < 3000, 'the event loop was held up');
  await released;
  other.close();
  assert.deepEqual(await titles(), ['Emma']);
});

test('two transactions that wait for each other both succeed', { skip: onServer }, async () => {
  const [poetry, satire] = await transaction(async (tx) => [
    await insertGenre(tx, 'Poetry'),
    await insertGenre(tx, 'Satire'),
  ]);
  let attempts = 0;
  const renameBoth = (first: number, second: number) => (tx: Transaction) => {
    attempts++;
    const rename = (id: number) =>
      tx
        .update(genres)
        .set({ name: sql`${genres.name} || '!'` })
        .where(eq(genres.id, id));
    return rename(first)
      .then(() => pause(100))
      .then(() => rename(second));
  };
  await Promise.all([
    transaction(renameBoth(poetry ?? 0, satire ?? 0)),
    transaction(renameBoth(satire ?? 0, poetry ?? 0)),
  ]);
  const names = (await db.select().from(genres).orderBy(genres.id)).map(({ name }) => name);
  assert.deepEqual(names, ['Poetry!!', 'Satire!!']);
  assert.ok(attempts > 2, 'there was no deadlock to get over');
});

test('a connection that the server ended is replaced', { skip: onServer }, async () => {
  const open = connections();
  assert.ok(open.kind === 'server');
  await transaction((tx) => insertBook(tx));
  const killed = open.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
  );
  await killed;
  await pause(50);
  assert.deepEqual(await titles(), ['Emma']);
});
