import assert from 'node:assert/strict';
import { test } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { isForeignKeyViolation, isUniqueViolation } from '#db/errors';
import { authors, bookGenres, books, contributors, copies, genres, languages } from '#db/schema/catalog';
import { holds, loans } from '#db/schema/circulation';
import { librarySettings } from '#db/schema/library';
import { deferIndexing, ensureIndex } from '#db/search/reindex';
import { authorWords, bookWords } from '#db/search/words';
import { catalog, contributorRow } from '#db/testing/catalog';
import { emptyTables, freshDatabase, testNow } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import {
  authorRow,
  bookRow,
  copyRow,
  genreRow,
  holdRow,
  insertAuthor,
  insertBook,
  insertGenre,
  insertMember,
  loanRow,
} from '#db/testing/records';
import { assertKept, indexTables, knownWords, wholeIndex } from '#db/testing/search-index';

freshDatabase();

type Table = typeof books | typeof copies | typeof loans | typeof holds | typeof authors | typeof genres;

/** One of the rows there are; 0, which is nobody's id, where there is none. */
async function pick(tx: Transaction, table: Table, number: number): Promise<number> {
  const rows = await tx.select({ id: table.id }).from(table).orderBy(table.id);
  return rows[number % (rows.length || 1)]?.id ?? 0;
}

const one = <Value>(values: readonly [Value, ...Value[]], number: number): Value =>
  values[number % values.length] ?? values[0];

const title = (number: number) => one(['Emma', 'Mansfield Park', 'Persuasion', 'Emma; or, The Park'], number);
const name = (number: number) => one(['Jane Austen', 'Currer Bell', 'Ellis Bell'], number);
const genre = (number: number) => one(['Poetry', 'Satire', 'Persuasion'], number);
const mark = (number: number) => one(['NOV AUS', 'Shelf 7', ''], number);
const year = (number: number) => one([1815, 0, -43, null, 9], number);
const format = (number: number) => one(['book', 'map', 'film'] as const, number);
const condition = (number: number) => one(['ok', 'ok', 'lost', 'in_repair'] as const, number);
const closed = (number: number) => (number % 2 ? testNow : null);

/** As the library writes a book: with the words made of it. */
const retitled = (number: number, other: number) => {
  const texts = { title: title(number), otherTitles: [title(other)], subtitle: other % 2 ? 'A novel' : null };
  return { ...texts, ...bookWords(texts) };
};

let readers: number[] = [];
const reader = (number: number) => readers[number % readers.length] ?? 0;

type Action = (tx: Transaction, a: number, b: number) => Promise<unknown>;

const ofBooks: Record<string, Action> = {
  'add a book': (tx, a, b) => insertBook(tx, { title: title(a), year: year(b), format: format(b) }),
  'add a book with all its records': (tx, a, b) =>
    catalog(tx, { title: title(a), by: [{ name: name(b), creditedAs: name(a) }], copies: [{}, {}] }),
  'add several at once': (tx, a, b) =>
    tx.insert(books).values([bookRow({ title: title(a) }), bookRow({ title: title(b), language: 'en' })]),
  'add one or bring it up to date': async (tx, a, b) =>
    tx
      .insert(books)
      .values({ id: await pick(tx, books, a), ...bookRow({ title: title(b) }) })
      .onConflictDoUpdate({ target: books.id, set: retitled(b, a) }),
  'change a title': async (tx, a, b) =>
    tx
      .update(books)
      .set(retitled(b, a))
      .where(eq(books.id, await pick(tx, books, a))),
  'change all titles': (tx, a, b) => tx.update(books).set(retitled(a, b)),
  'change year, format and language': async (tx, a, b) =>
    tx
      .update(books)
      .set({ year: year(b), format: format(b), language: one(['en', null], b) })
      .where(eq(books.id, await pick(tx, books, a))),
  'change a note': (tx, a) => tx.update(books).set({ notes: title(a) }),
  'give a book another number': async (tx, a, b) =>
    tx
      .update(books)
      .set({ id: 5000 + b })
      .where(eq(books.id, await pick(tx, books, a))),
  'change the code of a language': (tx, a) => tx.update(languages).set({ code: one(['en', 'eng'], a) }),
  'delete a book': async (tx, a) => tx.delete(books).where(eq(books.id, await pick(tx, books, a))),
  'delete all books': (tx) => tx.delete(books),
};

const ofAuthors: Record<string, Action> = {
  'add an author': (tx, a) => insertAuthor(tx, name(a)),
  'rename an author': async (tx, a, b) =>
    tx
      .update(authors)
      .set({ name: name(b), ...authorWords({ name: name(b) }) })
      .where(eq(authors.id, await pick(tx, authors, a))),
  'rename all authors': (tx, a) => tx.update(authors).set(authorWords({ name: name(a) })),
  'set when an author was born': (tx) => tx.update(authors).set({ born: '1775' }),
  'add one or bring it up to date': async (tx, a, b) =>
    tx
      .insert(authors)
      .values({ id: await pick(tx, authors, a), ...authorRow(name(b)) })
      .onConflictDoUpdate({ target: authors.id, set: authorWords({ name: name(b) }) }),
  'give an author another number': async (tx, a, b) =>
    tx
      .update(authors)
      .set({ id: 5000 + b })
      .where(eq(authors.id, await pick(tx, authors, a))),
  'delete an author': async (tx, a) => tx.delete(authors).where(eq(authors.id, await pick(tx, authors, a))),
  'credit an author': async (tx, a, b) => {
    const credit = one([null, 'Acton Bell'], b);
    const row = contributorRow(await pick(tx, books, a), b, await pick(tx, authors, b), credit);
    return tx.insert(contributors).values(row).onConflictDoNothing();
  },
  'credit one instead of another': async (tx, a, b) =>
    tx
      .update(contributors)
      .set({ authorId: await pick(tx, authors, b) })
      .where(eq(contributors.bookId, await pick(tx, books, a))),
  'put a contributor last': async (tx, a) =>
    tx
      .update(contributors)
      .set({ position: 99 })
      .where(and(eq(contributors.bookId, await pick(tx, books, a)), eq(contributors.position, 0))),
  'move contributors to another book': async (tx, a, b) =>
    tx
      .update(contributors)
      .set({ bookId: await pick(tx, books, b) })
      .where(eq(contributors.bookId, await pick(tx, books, a))),
  'take contributors away': async (tx, a) =>
    tx.delete(contributors).where(eq(contributors.bookId, await pick(tx, books, a))),
};

const ofGenres: Record<string, Action> = {
  'add a genre': (tx, a) => insertGenre(tx, genre(a)),
  'rename a genre': async (tx, a, b) =>
    tx
      .update(genres)
      .set(genreRow(genre(b)))
      .where(eq(genres.id, await pick(tx, genres, a))),
  'delete a genre': async (tx, a) => tx.delete(genres).where(eq(genres.id, await pick(tx, genres, a))),
  'give a book a genre': async (tx, a, b) =>
    tx
      .insert(bookGenres)
      .values({ bookId: await pick(tx, books, a), genreId: await pick(tx, genres, b) })
      .onConflictDoNothing(),
  'change a genre for another': async (tx, a, b) =>
    tx
      .update(bookGenres)
      .set({ genreId: await pick(tx, genres, b) })
      .where(eq(bookGenres.bookId, await pick(tx, books, a))),
  'move genres to another book': async (tx, a, b) =>
    tx
      .update(bookGenres)
      .set({ bookId: await pick(tx, books, b) })
      .where(eq(bookGenres.bookId, await pick(tx, books, a))),
  'take genres away': async (tx, a) =>
    tx.delete(bookGenres).where(eq(bookGenres.bookId, await pick(tx, books, a))),
};

const ofCopies: Record<string, Action> = {
  'add copies': async (tx, a, b) => {
    const bookId = await pick(tx, books, a);
    const row = (n: number) => copyRow(bookId, { condition: condition(n), shelfMark: mark(n) });
    return tx.insert(copies).values([row(b), row(b + 1)]);
  },
  'change a shelf mark': async (tx, a, b) => {
    const { words } = copyRow(0, { barcode: `LL-${a}-${b}`, shelfMark: mark(b) });
    return tx
      .update(copies)
      .set({ words })
      .where(eq(copies.id, await pick(tx, copies, a)));
  },
  'change all conditions': (tx, _, b) => tx.update(copies).set({ condition: condition(b) }),
  'change a condition': async (tx, a, b) =>
    tx
      .update(copies)
      .set({ condition: condition(b) })
      .where(eq(copies.id, await pick(tx, copies, a))),
  'move a copy to another book': async (tx, a, b) =>
    tx
      .update(copies)
      .set({ bookId: await pick(tx, books, b) })
      .where(eq(copies.id, await pick(tx, copies, a))),
  'delete a copy': async (tx, a) => tx.delete(copies).where(eq(copies.id, await pick(tx, copies, a))),
};

const ofLoans: Record<string, Action> = {
  lend: async (tx, a, b) => tx.insert(loans).values(loanRow(await pick(tx, copies, a), reader(b))),
  'lend several at once': async (tx, a, b) => {
    const ids = [await pick(tx, copies, a), await pick(tx, copies, b)];
    return tx.insert(loans).values(ids.map((id) => loanRow(id, reader(a))));
  },
  'return or reopen': async (tx, a, b) =>
    tx
      .update(loans)
      .set({ returnedAt: closed(b) })
      .where(eq(loans.id, await pick(tx, loans, a))),
  'return all': (tx) => tx.update(loans).set({ returnedAt: testNow }),
  'move a loan to another copy': async (tx, a, b) =>
    tx
      .update(loans)
      .set({ copyId: await pick(tx, copies, b) })
      .where(eq(loans.id, await pick(tx, loans, a))),
  'delete a loan': async (tx, a) => tx.delete(loans).where(eq(loans.id, await pick(tx, loans, a))),
  'delete all loans': (tx) => tx.delete(loans),
};

const bookOf = async (tx: Transaction, copy: number) =>
  (await tx.select({ id: copies.bookId }).from(copies).where(eq(copies.id, copy)))[0]?.id ?? 0;

const ofHolds: Record<string, Action> = {
  'place a hold': async (tx, a, b) => tx.insert(holds).values(holdRow(await pick(tx, books, a), reader(b))),
  'place a ready hold': async (tx, a, b) => {
    const copy = await pick(tx, copies, a);
    return tx.insert(holds).values(holdRow(await bookOf(tx, copy), reader(b), copy));
  },
  'put copies back': (tx) => tx.update(holds).set({ copyId: null, pickUpBy: null }),
  'close or reopen a hold': async (tx, a, b) =>
    tx
      .update(holds)
      .set({ closedAt: closed(b) })
      .where(eq(holds.id, await pick(tx, holds, a))),
  'delete a hold': async (tx, a) => tx.delete(holds).where(eq(holds.id, await pick(tx, holds, a))),
};

const groups = [ofBooks, ofAuthors, ofGenres, ofCopies, ofLoans, ofHolds];
const actions = groups.flatMap((group) => Object.values(group));
const names = groups.flatMap((group) => Object.keys(group));

/** Named, so that a failure can be read. */
const anyAction = fc
  .tuple(fc.nat(actions.length - 1), fc.nat(11), fc.nat(11))
  .map(([action, a, b]) => ({ action, a, b, does: names[action] }));
const anyTransaction = fc.record({
  steps: fc.array(anyAction, { minLength: 1, maxLength: 4 }),
  ending: fc.constantFrom('commits', 'commits', 'commits', 'rolls back'),
});

type Step = { action: number; a: number; b: number };

class RolledBack extends Error {}

async function run({ steps, ending }: { steps: Step[]; ending: string }): Promise<void> {
  await transaction(async (tx) => {
    for (const { action, a, b } of steps) await actions[action]?.(tx, a, b);
    if (ending === 'rolls back') throw new RolledBack();
  });
}

/**
 * Books with all that a book may have, so that most steps find something to work on: *Emma* is lent, *Persuasion* set
 * aside, so that each is on the shelf again with one step.
 */
async function smallLibrary(): Promise<void> {
  await emptyTables();
  await transaction(async (tx) => {
    await tx.insert(languages).values({ code: 'en' });
    const [lent, lost] = [{ shelfMark: 'NOV AUS' }, { condition: 'lost' as const }];
    await catalog(tx, {
      title: 'Emma',
      by: [{ name: 'Jane Austen' }],
      genres: ['Satire'],
      copies: [lent, lost],
    });
    await catalog(tx, { title: 'Persuasion', language: 'en', by: [{ name: 'J. Austen' }], copies: [{}] });
    readers = [await insertMember(tx, 'Amara Okafor'), await insertMember(tx, 'Casimir Wren')];
    const [emma, persuasion] = [await pick(tx, copies, 0), await pick(tx, copies, 2)];
    await tx.insert(loans).values(loanRow(emma, reader(0)));
    await tx.insert(holds).values(holdRow(await bookOf(tx, persuasion), reader(0), persuasion));
  });
}

const isRefusal = (error: unknown) =>
  error instanceof RolledBack || isUniqueViolation(error) || isForeignKeyViolation(error);

/** Of what is not committed nothing may be left. The answers cost fifty queries: one way of not committing shows them. */
async function runOrNothing(one: Parameters<typeof run>[0]): Promise<void> {
  const known = one.ending === 'commits' ? indexTables : wholeIndex;
  const before = { index: await known(), words: await knownWords() };
  try {
    await run(one);
  } catch (error) {
    assert.ok(isRefusal(error), error as Error);
    assert.deepEqual({ index: await known(), words: await knownWords() }, before);
  }
}

test('whatever is done, refused or rolled back, the index is that of the records', async () => {
  const history = fc.array(anyTransaction, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc
      .asyncProperty(history, async (transactions) => {
        for (const one of transactions) await runOrNothing(one);
        await assertKept();
      })
      .beforeEach(smallLibrary),
    { numRuns: 60 },
  );
});

test('each single change is kept', async () => {
  for (const [action, does] of names.entries()) {
    await smallLibrary();
    const steps = [0, 1].map((a) => ({ action, a, b: a + 1 }));
    for (const step of steps) await runOrNothing({ steps: [step], ending: 'commits' });
    await assertKept().catch((error) => assert.fail(`${does}: ${error}`));
  }
});

/** Records written while nothing is kept, as a load writes them. */
const load = () =>
  transaction(async (tx) => {
    await tx.delete(loans);
    await tx.delete(holds);
    await tx.delete(copies);
    await catalog(tx, { title: 'Mansfield Park', by: [{ name: 'Jane Austen' }], copies: [{}, {}] });
    await catalog(tx, { title: 'Jane Eyre', by: [{ name: 'Charlotte Brontë', creditedAs: 'Currer Bell' }] });
    await tx.delete(books).where(eq(books.title, 'Persuasion'));
    await tx.update(authors).set({ ...authorWords({ name: 'Ellis Bell' }) });
  });

test('a load that fills the index afterwards leaves it as if it had been kept', async () => {
  await smallLibrary();
  const before = await wholeIndex();
  await deferIndexing(async () => {
    await load();
    assert.deepEqual((await wholeIndex()).entries, before.entries);
  });
  assert.equal((await wholeIndex()).entries.length, 3);
  await assertKept();
  await transaction((tx) => insertBook(tx, { title: 'Persuasion' }));
  assert.equal((await wholeIndex()).entries.length, 4);
  await assertKept();
});

test('a load that dies is made good at the next start', async () => {
  await smallLibrary();
  await ensureIndex();
  const load = deferIndexing(async () => {
    await transaction((tx) => insertBook(tx, { title: 'Mansfield Park' }));
    throw new Error('The cat pulled the plug.');
  });
  await assert.rejects(load, /The cat/);
  assert.equal((await wholeIndex()).entries.length, 2);
  assert.equal(await ensureIndex(), 'filled');
  assert.equal((await wholeIndex()).entries.length, 3);
  await assertKept();
});

/** As a version wrote them that made no words, or others. */
async function forgetWords(): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(books).set({ titleKey: 'old', titleKeys: ['old'], titleWords: 'old', otherWords: '' });
    await tx.update(authors).set({ words: '' });
    await tx.update(contributors).set({ words: '' });
    await tx.update(genres).set({ words: '' });
    await tx.update(copies).set({ words: '' });
    await tx.delete(librarySettings);
  });
}

test('an index of an older version is filled at the start, and is as it was at the next', async () => {
  await smallLibrary();
  await transaction((tx) =>
    catalog(tx, { title: 'Villette', by: [{ name: 'Charlotte Brontë', creditedAs: 'Currer Bell' }] }),
  );
  const before = await wholeIndex();
  await forgetWords();
  assert.notDeepEqual(await wholeIndex(), before);
  assert.equal(await ensureIndex(), 'filled');
  assert.deepEqual(await wholeIndex(), before);
  assert.equal(await ensureIndex(), 'as it was');
  assert.deepEqual(await wholeIndex(), before);
});
