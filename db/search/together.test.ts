import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { authors, bookGenres, books, contributors, copies, genres } from '#db/schema/catalog';
import { holds, loans } from '#db/schema/circulation';
import { searchEngine } from '#db/search/engine';
import { nameWords } from '#db/search/names';
import { reindex } from '#db/search/reindex';
import { authorWords, bookWords } from '#db/search/words';
import { catalog, contributorRow } from '#db/testing/catalog';
import { emptyTables, engine, freshDatabase, testNow } from '#db/testing/database';
import {
  copyRow,
  genreRow,
  holdRow,
  insertAuthor,
  insertGenre,
  insertMember,
  loanRow,
} from '#db/testing/records';
import { assertKept, wholeIndex } from '#db/testing/search-index';
import { plainTerms } from '#db/testing/terms';

freshDatabase();

const skip = engine !== 'server' && 'needs a PostgreSQL server: here transactions run one by one';

let emma = 0;
let austen = 0;
let satire = 0;
let members: number[] = [];
let shelved: number[] = [];

/** *Emma* in two copies, and an author and a genre that are not hers. */
beforeEach(async () => {
  if (skip) return;
  await emptyTables();
  await transaction(async (tx) => {
    emma = await catalog(tx, { title: 'Emma', by: [{ name: 'Currer Bell' }], copies: [{}, {}] });
    austen = await insertAuthor(tx, 'Jane Austen');
    satire = await insertGenre(tx, 'Satire');
    members = [await insertMember(tx, 'Amara Okafor'), await insertMember(tx, 'Casimir Wren')];
    shelved = (await tx.select({ id: copies.id }).from(copies).orderBy(copies.id)).map(({ id }) => id);
  });
});

const first = { copy: () => shelved[0] ?? 0, member: () => members[0] ?? 0 };
const second = { copy: () => shelved[1] ?? 0, member: () => members[1] ?? 0 };

/** Does its work at once, unless it must wait for another, and commits a while later. */
const slowly = (work: (tx: Transaction) => Promise<unknown>) =>
  transaction(async (tx) => {
    await work(tx);
    await pause(40);
  });

async function together(...works: ((tx: Transaction) => Promise<unknown>)[]): Promise<void> {
  await Promise.all(works.map(slowly));
}

const facets = async () => (await wholeIndex()).entries[0]?.facets.split(' ');
const entry = async () => (await wholeIndex()).entries[0];

const namesOf = (...names: string[]) => names.map((name) => nameWords({ name })).join(' ; ');

const anywhere = { unfinished: 'none', in: 'anywhere', facets: [], limit: 10 } as const;

const lend = (reader: typeof first) => (tx: Transaction) =>
  tx.insert(loans).values(loanRow(reader.copy(), reader.member()));
const giveGenre = (tx: Transaction) => tx.insert(bookGenres).values({ bookId: emma, genreId: satire });
const credit = (tx: Transaction) => tx.insert(contributors).values(contributorRow(emma, 1, austen));

describe('two transactions at once', { skip }, () => {
  test('lend both copies: none is on the shelf', async () => {
    assert.ok((await facets())?.includes('v_1'));
    await together(lend(first), lend(second));
    assert.ok(!(await facets())?.includes('v_1'));
    await assertKept();
    await together(
      (tx) => tx.update(loans).set({ returnedAt: testNow }).where(eq(loans.copyId, first.copy())),
      (tx) => tx.update(loans).set({ returnedAt: testNow }).where(eq(loans.copyId, second.copy())),
    );
    assert.ok((await facets())?.includes('v_1'));
    await assertKept();
  });

  test('lend one copy, and set the other aside', async () => {
    await together(lend(first), (tx) =>
      tx.insert(holds).values(holdRow(emma, second.member(), second.copy())),
    );
    assert.ok(!(await facets())?.includes('v_1'));
    await assertKept();
  });

  test('change genres, copies, title and contributors of one book', async () => {
    await together(
      giveGenre,
      credit,
      (tx) => tx.insert(copies).values(copyRow(emma, { barcode: 'LL-77' })),
      (tx) => tx.update(books).set({ title: 'Emma Woodhouse', ...bookWords({ title: 'Emma Woodhouse' }) }),
    );
    assert.ok((await facets())?.includes(`g_${satire}`));
    assert.equal((await entry())?.names, namesOf('Currer Bell', 'Jane Austen'));
    assert.equal((await entry())?.titleKey, 'emma woodhouse');
    await assertKept();
  });

  const rename = (tx: Transaction) =>
    tx
      .update(authors)
      .set(authorWords({ name: 'Ellis Bell' }))
      .where(eq(authors.id, austen));

  test('rename an author, and credit a book to the author', async () => {
    await together(rename, credit);
    assert.equal((await entry())?.names, namesOf('Currer Bell', 'Ellis Bell'));
    await assertKept();
  });

  test('credit a book to an author, and rename the author', async () => {
    await together(credit, rename);
    assert.equal((await entry())?.names, namesOf('Currer Bell', 'Ellis Bell'));
    await assertKept();
  });

  test('rename a genre, and give it to a book', async () => {
    const changed = (tx: Transaction) => tx.update(genres).set(genreRow('Poetry'));
    await together(changed, giveGenre);
    await assertKept();
    await transaction((tx) => tx.delete(bookGenres));
    await together(giveGenre, (tx) => tx.update(genres).set(genreRow('Satire')));
    await assertKept();
  });

  test('rename a genre in other words only, and give it to a book', async () => {
    const hyphened = (tx: Transaction) =>
      tx.update(genres).set({ ...genreRow('Sa-tire'), sortKey: 'satire' });
    const found = async () =>
      (await searchEngine.booksWith({ ...anywhere, terms: plainTerms(['satire', 'sa']) })).entries.length;
    await together(hyphened, giveGenre);
    assert.equal(await found(), 1);
    await transaction((tx) => tx.update(genres).set(genreRow('Satire')));
    await transaction((tx) => tx.delete(bookGenres));
    await together(giveGenre, hyphened);
    assert.equal(await found(), 1);
    await assertKept();
  });

  test('delete a book, and give it a genre', async () => {
    await transaction((tx) => tx.delete(copies));
    await Promise.allSettled([slowly((tx) => tx.delete(books)), slowly(giveGenre)]);
    await assertKept();
  });

  test('add books with the same new words, in another order', async () => {
    const titles = Array.from({ length: 20 }, (_, number) => `Mansfield${number}`);
    const add = (all: string[]) => async (tx: Transaction) => {
      for (const title of all) await catalog(tx, { title });
    };
    await together(add(titles), add(titles.toReversed()));
    assert.equal((await wholeIndex()).entries.length, 41);
    await assertKept();
  });
});

test('what is written while the index is made anew is in it', { skip }, async () => {
  await Promise.all([
    slowly(reindex),
    slowly(lend(first)),
    slowly(lend(second)),
    slowly(giveGenre),
    slowly(reindex),
    slowly((tx) => catalog(tx, { title: 'Persuasion' })),
  ]);
  assert.equal((await db.select().from(loans)).length, 2);
  await assertKept();
});
