import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { count, isNotNull, isNull, lt, max, min } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import * as schema from '#db/schema/index';
import { seedAuthors, seedWorks } from '#db/seed/records';
import { emptyTables, freshDatabase, testDay, testNow } from '#db/testing/database';
import { insertBook } from '#db/testing/records';
import { loadDemonstration } from '#lib/catalog/demonstration/load-demonstration';
import { begin } from '#lib/catalog/library-commands';
import { beginning } from '#lib/catalog/library-queries';

const { authors, bookGenres, books, contributors, copies, genres, holds, languages, loans, members } = schema;

freshDatabase();
beforeEach(emptyTables);

const load = (now = testNow) => transaction((tx) => loadDemonstration(tx, now, testDay));
const began = () => beginning();

const number = async (table: typeof books | typeof copies | typeof loans) =>
  (await db.select({ n: count() }).from(table))[0]?.n;

test('a new library gets the demonstration once', async () => {
  assert.equal(await began(), undefined);
  assert.equal(await load(), true);
  assert.equal(await began(), 'demonstration');
  const before = [await number(books), await number(copies), await number(loans)];
  assert.equal(await load(), false);
  assert.equal(await load(new Date('2030-01-01T00:00:00Z')), false);
  assert.deepEqual([await number(books), await number(copies), await number(loans)], before);
});

test('a library that began empty, or that holds a book, never gets it', async () => {
  await transaction((tx) => begin(tx, 'empty'));
  assert.equal(await load(), false);
  assert.equal(await number(books), 0);
  await emptyTables();
  await transaction((tx) => insertBook(tx));
  assert.equal(await load(), false);
  assert.equal(await number(books), 1);
});

test('a library begins once', async () => {
  assert.equal(await transaction((tx) => begin(tx, 'empty')), true);
  assert.equal(await transaction((tx) => begin(tx, 'demonstration')), false);
  assert.equal(await began(), 'empty');
});

test('two loads at once are one', async () => {
  const loaded = await Promise.allSettled([load(), load()]);
  assert.equal(loaded.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length, 1);
  assert.equal(await number(books), seedWorks().length);
});

test('everything that was written down is there, and the counts are right', async () => {
  await load();
  const [counts] = await db.select().from(schema.recordCounts);
  assert.equal(counts?.books, seedWorks().length);
  assert.equal(counts?.authors, seedAuthors().length);
  assert.equal(counts?.copies, await number(copies));
  assert.equal(
    (await db.select().from(contributors)).length,
    seedWorks().flatMap((w) => w.contributors).length,
  );
});

test('every work has one to four copies', async () => {
  await load();
  const perBook = db
    .select({ n: count().as('n') })
    .from(copies)
    .groupBy(copies.bookId)
    .as('per_book');
  const [row] = await db
    .select({ books: count(), least: min(perBook.n), most: max(perBook.n) })
    .from(perBook);
  assert.deepEqual(
    { books: row?.books, least: Number(row?.least), most: Number(row?.most) },
    { books: seedWorks().length, least: 1, most: 4 },
  );
});

test('every condition occurs, and every state of circulation', async () => {
  await load();
  const found = await db.selectDistinct({ condition: copies.condition }).from(copies);
  assert.deepEqual(found.map(({ condition }) => condition).sort(), [...schema.conditions].sort());
  const open = await db.select({ dueOn: loans.dueOn }).from(loans).where(isNull(loans.returnedAt));
  assert.ok(
    open.some(({ dueOn }) => dueOn < testDay),
    'nothing is overdue',
  );
  assert.ok(
    open.some(({ dueOn }) => dueOn >= testDay),
    'nothing is on loan in time',
  );
  assert.ok((await db.select().from(loans).where(isNotNull(loans.returnedAt))).length > 0);
  assert.ok((await db.select().from(holds).where(isNotNull(holds.copyId))).length > 0);
});

test('nothing happened in the future, and no copy is kept for a day that has passed', async () => {
  await load();
  for (const { addedAt } of await db.select({ addedAt: books.addedAt }).from(books))
    assert.ok(addedAt < testNow);
  for (const { on } of await db.select({ on: loans.checkedOutOn }).from(loans)) assert.ok(on <= testDay);
  for (const { on } of await db.select({ on: copies.acquiredOn }).from(copies))
    assert.ok(on && on <= testDay);
  assert.deepEqual(await db.select().from(holds).where(lt(holds.pickUpBy, testDay)), []);
});

test('no copy is lent before the library had it', async () => {
  await load();
  const acquired = new Map(
    (await db.select().from(copies)).map(({ id, acquiredOn }) => [id, acquiredOn ?? '']),
  );
  const early = (await db.select().from(loans)).filter(
    ({ copyId, checkedOutOn }) => checkedOutOn < (acquired.get(copyId) ?? ''),
  );
  assert.deepEqual(early, []);
});

const numbered = { authors, books, copies, genres, holds, loans, members };
const unnumbered = { bookGenres, contributors, languages };

/** All that was loaded: rows stand for their places instead of their ids. */
async function everything() {
  const contents: Record<string, { id: number }[]> = {};
  for (const [name, table] of Object.entries(numbered)) {
    contents[name] = await db
      .select()
      .from(table as typeof books)
      .orderBy(table.id);
  }
  const placeOf = new Map<string, number>();
  for (const [name, rows] of Object.entries(contents)) {
    const key = `${name.replace(/ies$/, 'ys').slice(0, -1)}Id`;
    for (const [place, { id }] of rows.entries()) placeOf.set(`${key} ${id}`, place);
  }
  for (const [name, table] of Object.entries(unnumbered))
    contents[name] = await db.select().from(table as never);
  const withPlaces = (key: string, value: unknown) =>
    key === 'id' ? undefined : (placeOf.get(`${key} ${value}`) ?? value);
  return Object.entries(contents).map(([name, rows]) => {
    const texts = rows.map((row) => JSON.stringify(row, withPlaces));
    return [name, name in numbered ? texts : texts.sort()];
  });
}

test('it is the same in every library', async () => {
  await load();
  const first = await everything();
  await emptyTables();
  await load();
  assert.deepEqual(await everything(), first);
  assert.equal(first.length, 10);
});
