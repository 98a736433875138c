import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { authors, books, conditions, copies, genres, recordCounts } from '#db/schema/catalog';
import { holds, loans } from '#db/schema/circulation';
import { emptyTables, engine, execute, freshDatabase, testNow } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import {
  copyRow,
  emmaWithReaders,
  holdRow,
  insertAuthor,
  insertBook,
  insertCopy,
  insertGenre,
  insertHold,
  insertLoan,
  insertMember,
  loanRow,
} from '#db/testing/records';

freshDatabase();

type Reader = Pick<Transaction, 'select'>;

const number = (from: SQL) => sql<number>`(select count(*) from ${from})`.mapWith(Number);

/** The counts as anybody would count them, from the records themselves. */
const counted = {
  books: number(sql`${books}`),
  copies: number(sql`${copies}`),
  copiesAvailable: number(sql`${copies} where ${copies.condition} = 'ok'
    and not exists (select 1 from ${loans} where ${loans.copyId} = ${copies.id} and ${loans.returnedAt} is null)
    and not exists (select 1 from ${holds} where ${holds.copyId} = ${copies.id} and ${holds.closedAt} is null)`),
  authors: number(sql`${authors}`),
  genres: number(sql`${genres}`),
};

async function assertExact(reader: Reader = db): Promise<void> {
  const rows = await reader.select({ kept: getTableColumns(recordCounts), counted }).from(recordCounts);
  assert.deepEqual(
    rows.map(({ kept }) => kept),
    rows.map(({ counted }) => ({ id: 1, ...counted })),
  );
  assert.equal(rows.length, 1);
}

type Table = typeof books | typeof copies | typeof loans | typeof holds | typeof authors | typeof genres;

/** One of the rows there are; 0, which is nobody's id, where there is none. */
async function pick(tx: Transaction, table: Table, number: number): Promise<number> {
  const rows = await tx.select({ id: table.id }).from(table).orderBy(table.id);
  return rows[number % (rows.length || 1)]?.id ?? 0;
}

const conditionAt = (number: number) => (number % 3 ? 'ok' : conditions[number % conditions.length]) ?? 'ok';
const closed = (number: number) => (number % 2 ? testNow : null);

let readers: number[] = [];
const reader = (number: number) => readers[number % readers.length] ?? 0;

type Action = (tx: Transaction, a: number, b: number) => Promise<unknown>;

const bookOf = async (tx: Transaction, copy: number) =>
  (await tx.select({ id: copies.bookId }).from(copies).where(eq(copies.id, copy)))[0]?.id ?? 0;

/** A hold on a copy, ready at once. */
async function readyRow(tx: Transaction, a: number, b: number) {
  const copy = await pick(tx, copies, a);
  return holdRow(await bookOf(tx, copy), reader(b), copy);
}

const cataloging: Record<string, Action> = {
  'add a book': (tx) => insertBook(tx),
  'add a book twice': (tx, a) =>
    insertBook(tx, { isbn: `97800000000${10 + (a % 2)}` }).then(() => insertBook(tx)),
  'delete a book': async (tx, a) => tx.delete(books).where(eq(books.id, await pick(tx, books, a))),
  'delete all books': (tx) => tx.delete(books),
  'add an author': (tx) => insertAuthor(tx),
  'delete all authors': (tx) => tx.delete(authors),
  'add a genre': (tx, a) => insertGenre(tx, a % 2 ? 'Poetry' : 'Satire'),
  'delete a genre': async (tx, a) => tx.delete(genres).where(eq(genres.id, await pick(tx, genres, a))),
  'add copies': async (tx, a, b) => {
    const bookId = await pick(tx, books, a);
    const row = (n: number) => copyRow(bookId, { condition: conditionAt(b + n) });
    await tx.insert(copies).values([row(0), row(1), row(2)]);
  },
  'add a copy with a taken barcode': async (tx, a) =>
    tx.insert(copies).values(copyRow(await pick(tx, books, a), { barcode: '39000000001' })),
  'change a condition': async (tx, a, b) =>
    tx
      .update(copies)
      .set({ condition: conditionAt(b) })
      .where(eq(copies.id, await pick(tx, copies, a))),
  'change all conditions': (tx, _, b) => tx.update(copies).set({ condition: conditionAt(b) }),
  'move a copy to another book': async (tx, a, b) =>
    tx
      .update(copies)
      .set({ bookId: await pick(tx, books, b) })
      .where(eq(copies.id, await pick(tx, copies, a))),
  'delete a copy': async (tx, a) => tx.delete(copies).where(eq(copies.id, await pick(tx, copies, a))),
  'delete all copies': (tx) => tx.delete(copies),
};

const lending: Record<string, Action> = {
  lend: async (tx, a, b) => insertLoan(tx, await pick(tx, copies, a), reader(b)),
  'lend several at once': async (tx, a, b) => {
    const ids = [await pick(tx, copies, a), await pick(tx, copies, b)];
    await tx.insert(loans).values(ids.map((id) => loanRow(id, reader(a))));
  },
  'lend unless it is lent': async (tx, a, b) =>
    tx
      .insert(loans)
      .values(loanRow(await pick(tx, copies, a), reader(b)))
      .onConflictDoNothing(),
  'restore a loan unless it is there': async (tx, a, b) =>
    tx
      .insert(loans)
      .values({ id: await pick(tx, loans, b), ...loanRow(await pick(tx, copies, a), reader(b)) })
      .onConflictDoNothing(),
  'write a loan or bring it up to date': async (tx, a, b) =>
    tx
      .insert(loans)
      .values({ id: await pick(tx, loans, b), ...loanRow(await pick(tx, copies, a), reader(b)) })
      .onConflictDoUpdate({ target: loans.id, set: { returnedAt: closed(a) } }),
  'record a past loan': async (tx, a) => insertLoan(tx, await pick(tx, copies, a), null, testNow),
  'return or reopen': async (tx, a, b) =>
    tx
      .update(loans)
      .set({ returnedAt: closed(b) })
      .where(eq(loans.id, await pick(tx, loans, a))),
  'return or reopen all': (tx, _, b) => tx.update(loans).set({ returnedAt: closed(b) }),
  'move a loan to another copy': async (tx, a, b) =>
    tx
      .update(loans)
      .set({ copyId: await pick(tx, copies, b) })
      .where(eq(loans.id, await pick(tx, loans, a))),
  renew: (tx) => tx.update(loans).set({ dueOn: '2026-04-13' }),
  'delete a loan': async (tx, a) => tx.delete(loans).where(eq(loans.id, await pick(tx, loans, a))),
  'delete all loans': (tx) => tx.delete(loans),
};

const holding: Record<string, Action> = {
  'place a hold': async (tx, a, b) => insertHold(tx, await pick(tx, books, a), reader(b)),
  'place a ready hold': async (tx, a, b) => tx.insert(holds).values(await readyRow(tx, a, b)),
  'place a ready hold unless there is one': async (tx, a, b) =>
    tx
      .insert(holds)
      .values(await readyRow(tx, a, b))
      .onConflictDoNothing(),
  'set a copy aside': async (tx, a, b) => {
    const copyId = await pick(tx, copies, b);
    await tx
      .update(holds)
      .set({ copyId, pickUpBy: '2026-03-09' })
      .where(eq(holds.id, await pick(tx, holds, a)));
  },
  'put all copies back': (tx) => tx.update(holds).set({ copyId: null, pickUpBy: null }),
  'close or reopen a hold': async (tx, a, b) =>
    tx
      .update(holds)
      .set({ closedAt: closed(b) })
      .where(eq(holds.id, await pick(tx, holds, a))),
  'close or reopen all holds': (tx, _, b) => tx.update(holds).set({ closedAt: closed(b) }),
  'delete a hold': async (tx, a) => tx.delete(holds).where(eq(holds.id, await pick(tx, holds, a))),
  'delete all holds': (tx) => tx.delete(holds),
};

const actions: Record<string, Action> = { ...cataloging, ...lending, ...holding };

const anyAction = fc.tuple(fc.constantFrom(...Object.keys(actions)), fc.nat(11), fc.nat(11));
const anyTransaction = fc.record({
  steps: fc.array(anyAction, { minLength: 1, maxLength: 4 }),
  ending: fc.constantFrom('commits', 'commits', 'commits', 'rolls back'),
});

class RolledBack extends Error {}

async function run({ steps, ending }: { steps: [string, number, number][]; ending: string }): Promise<void> {
  await transaction(async (tx) => {
    for (const [name, a, b] of steps) {
      await actions[name]?.(tx, a, b);
      await assertExact(tx);
    }
    if (ending === 'rolls back') throw new RolledBack();
  });
}

const isRefusal = (error: unknown) => error instanceof Error && !(error instanceof assert.AssertionError);

/** Two books with copies, so that most steps find something to work on. */
async function smallLibrary(): Promise<void> {
  await emptyTables();
  readers = await transaction(async (tx) => {
    const [emma, persuasion] = [await insertBook(tx), await insertBook(tx, { title: 'Persuasion' })];
    await insertCopy(tx, emma, { barcode: '39000000001' });
    await insertCopy(tx, emma);
    await insertCopy(tx, persuasion);
    return [await insertMember(tx, 'Amara Okafor'), await insertMember(tx, 'Casimir Wren')];
  });
}

test('whatever is done, refused or rolled back, the counts are those of the records', async () => {
  const history = fc.array(anyTransaction, { minLength: 8, maxLength: 24 });
  await fc.assert(
    fc
      .asyncProperty(history, async (transactions) => {
        for (const one of transactions) {
          await run(one).catch((error) => assert.ok(isRefusal(error), error));
          await assertExact();
        }
      })
      .beforeEach(smallLibrary),
    { numRuns: 60 },
  );
});

test('several loans in one statement count each copy once', async () => {
  await smallLibrary();
  await transaction(async (tx) => {
    const ids = await tx.select({ id: copies.id }).from(copies);
    await tx.insert(loans).values(ids.map(({ id }) => loanRow(id, readers[0] ?? 0)));
  });
  const [counts] = await db.select().from(recordCounts);
  assert.equal(counts?.copies, 3);
  assert.equal(counts?.copiesAvailable, 0);
});

test('a copy that is lent while it is set aside comes back only when both are over', async () => {
  const available = async () => (await db.select().from(recordCounts))[0]?.copiesAvailable;
  await emptyTables();
  const { book, copy, amara } = await emmaWithReaders();
  assert.equal(await available(), 1);
  await transaction((tx) => insertHold(tx, book, amara, copy));
  await transaction((tx) => insertLoan(tx, copy, amara));
  assert.equal(await available(), 0);
  await transaction((tx) => tx.update(holds).set({ closedAt: testNow }));
  assert.equal(await available(), 0);
  await transaction((tx) => tx.update(loans).set({ returnedAt: testNow }));
  assert.equal(await available(), 1);
});

test('TRUNCATE is refused', { skip: engine === 'sqlite' && 'SQLite has none' }, async () => {
  await smallLibrary();
  for (const table of ['books', 'authors', 'genres', 'copies', 'loans', 'holds']) {
    await assert.rejects(execute(`truncate ${table} cascade`), /use DELETE FROM/);
  }
  await assertExact();
});

const oneConnection = engine !== 'server' && 'needs a PostgreSQL server: here transactions run one by one';

test('a copy lent and set aside at the same moment counts once', { skip: oneConnection }, async () => {
  for (let round = 0; round < 20; round++) {
    await emptyTables();
    const { book, copy, amara, casimir } = await emmaWithReaders();
    const pause = sql`pg_sleep(${Math.random() / 100})`;
    const slowly = (work: (tx: Transaction) => Promise<unknown>) =>
      transaction(async (tx) => {
        await work(tx);
        await tx.select({ pause }).from(recordCounts);
      });
    await Promise.all([
      slowly((tx) => insertLoan(tx, copy, amara)),
      slowly((tx) => insertHold(tx, book, casimir, copy)),
      slowly((tx) => tx.update(copies).set({ shelfMark: 'NOV AUS' })),
    ]);
    await assertExact();
    await Promise.all([
      slowly((tx) => tx.update(loans).set({ returnedAt: testNow })),
      slowly((tx) => tx.update(holds).set({ closedAt: testNow })),
      slowly((tx) => tx.update(copies).set({ condition: 'damaged' })),
    ]);
    await assertExact();
  }
});

test('loans of many copies at once, in any order, leave exact counts', { skip: oneConnection }, async () => {
  await emptyTables();
  const { book, amara } = await emmaWithReaders();
  const ids = await transaction(async (tx) => {
    const rows = Array.from({ length: 12 }, () => copyRow(book));
    return (await tx.insert(copies).values(rows).returning({ id: copies.id })).map(({ id }) => id);
  });
  const lend = (some: number[]) =>
    transaction((tx) => tx.insert(loans).values(some.map((id) => loanRow(id, amara)))).catch(() => {});
  await Promise.all(ids.flatMap((_, n) => [lend(ids.slice(n)), lend(ids.slice(n).reverse())]));
  await assertExact();
});
