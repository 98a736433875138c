import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { isForeignKeyViolation, isUniqueViolation } from '#db/errors';
import * as schema from '#db/schema/index';
import { emptyTables, freshDatabase, testNow } from '#db/testing/database';
import {
  authorRow,
  bookRow,
  emmaWithReaders,
  holdRow,
  insertAuthor,
  insertBook,
  insertCopy,
  insertGenre,
  insertHold,
  insertLoan,
  loanRow,
} from '#db/testing/records';

const { authors, bookGenres, books, contributors, copies, genres, holds, languages, loans, members } = schema;
const { purchaseSuggestions, purchaseSuggestionSenders } = schema;

freshDatabase();
beforeEach(emptyTables);

type Work = (tx: Transaction) => Promise<unknown>;

const breaksUnique = (work: Work) => assert.rejects(transaction(work), isUniqueViolation);
const breaksReference = (work: Work) => assert.rejects(transaction(work), isForeignKeyViolation);

/** In PostgreSQL Drizzle's own message is the query; the driver's, one cause down, names the CHECK. */
const breaksCheck = (check: string, work: Work) =>
  assert.rejects(transaction(work), (error: Error) =>
    [error, error.cause].some((cause) => cause instanceof Error && cause.message.includes(check)),
  );

test('a copy has one open loan at most', async () => {
  const { copy, amara, casimir } = await emmaWithReaders();
  await transaction((tx) => insertLoan(tx, copy, amara));
  await breaksUnique((tx) => insertLoan(tx, copy, casimir));
});

test('a returned copy goes out again, and its old loan cannot be reopened meanwhile', async () => {
  const { copy, amara, casimir } = await emmaWithReaders();
  const first = await transaction((tx) => insertLoan(tx, copy, amara, testNow));
  await transaction((tx) => insertLoan(tx, copy, casimir));
  await breaksUnique((tx) => tx.update(loans).set({ returnedAt: null }).where(eq(loans.id, first)));
});

test('a loan falls due on the day of check-out or later', async () => {
  const { copy, amara } = await emmaWithReaders();
  const loan = loanRow(copy, amara);
  await transaction((tx) => tx.insert(loans).values({ ...loan, dueOn: loan.checkedOutOn }));
  await transaction((tx) => tx.delete(loans));
  await breaksCheck('loans_due_after_check_out', (tx) =>
    tx.insert(loans).values({ ...loan, dueOn: '2026-03-01' }),
  );
});

test('a loan forgets its member only once it is returned', async () => {
  const { copy, amara } = await emmaWithReaders();
  await transaction((tx) => insertLoan(tx, copy, amara));
  await breaksCheck('loans_open_has_member', (tx) => tx.update(loans).set({ memberId: null }));
  await transaction((tx) => tx.update(loans).set({ memberId: null, returnedAt: testNow }));
  assert.deepEqual(await db.select({ member: loans.memberId }).from(loans), [{ member: null }]);
});

test('a copy is set aside for one hold at most', async () => {
  const { book, copy, amara, casimir } = await emmaWithReaders();
  await transaction((tx) => insertHold(tx, book, amara, copy));
  await breaksUnique((tx) => insertHold(tx, book, casimir, copy));
  await transaction((tx) => tx.update(holds).set({ closedAt: testNow }));
  await transaction((tx) => insertHold(tx, book, casimir, copy));
});

test('a member has one open hold on a title, and may ask again later', async () => {
  const { book, amara, casimir } = await emmaWithReaders();
  await transaction((tx) => insertHold(tx, book, amara));
  await transaction((tx) => insertHold(tx, book, casimir));
  await breaksUnique((tx) => insertHold(tx, book, amara));
  await transaction((tx) => tx.update(holds).set({ closedAt: testNow }));
  await transaction((tx) => insertHold(tx, book, amara));
});

test('the copy that is set aside is of the title that was asked for', async () => {
  const { copy, amara } = await emmaWithReaders();
  const persuasion = await transaction((tx) => insertBook(tx, { title: 'Persuasion' }));
  await breaksReference((tx) => insertHold(tx, persuasion, amara, copy));
});

test('a copy that is set aside does not move to another title', async () => {
  const { book, copy, amara } = await emmaWithReaders();
  const persuasion = await transaction(async (tx) => {
    await insertHold(tx, book, amara, copy);
    return insertBook(tx, { title: 'Persuasion' });
  });
  await breaksReference((tx) => tx.update(copies).set({ bookId: persuasion }));
});

test('a hold has a copy and a day to pick it up by, or neither', async () => {
  const { book, copy, amara } = await emmaWithReaders();
  const ready = holdRow(book, amara, copy);
  await breaksCheck('holds_ready_has_date', (tx) => tx.insert(holds).values({ ...ready, pickUpBy: null }));
  await breaksCheck('holds_ready_has_date', (tx) => tx.insert(holds).values({ ...ready, copyId: null }));
});

test('a book with copies, a copy with loans and a member with loans stay', async () => {
  const { copy, amara } = await emmaWithReaders();
  await breaksReference((tx) => tx.delete(books));
  await transaction((tx) => insertLoan(tx, copy, amara, testNow));
  await breaksReference((tx) => tx.delete(copies));
  await breaksReference((tx) => tx.delete(members).where(eq(members.id, amara)));
});

test('a copy and a title that somebody holds stay', async () => {
  const { book, copy, amara } = await emmaWithReaders();
  const persuasion = await transaction(async (tx) => {
    await insertHold(tx, book, amara, copy);
    const other = await insertBook(tx, { title: 'Persuasion' });
    await insertHold(tx, other, amara);
    return other;
  });
  await breaksReference((tx) => tx.delete(copies));
  await breaksReference((tx) => tx.delete(books).where(eq(books.id, persuasion)));
});

test('an author, a genre and a language in use stay; a book takes its own entries with it', async () => {
  await transaction(async (tx) => {
    await tx.insert(languages).values({ code: 'en' });
    const bookId = await insertBook(tx, { language: 'en' });
    const authorId = await insertAuthor(tx);
    await tx.insert(contributors).values({ bookId, position: 0, authorId, role: 'author' });
    await tx.insert(bookGenres).values({ bookId, genreId: await insertGenre(tx, 'Satire') });
  });
  await breaksReference((tx) => tx.delete(authors));
  await breaksReference((tx) => tx.delete(genres));
  await breaksReference((tx) => tx.delete(languages));
  await transaction((tx) => tx.delete(books));
  assert.equal((await db.select().from(contributors)).length, 0);
  assert.equal((await db.select().from(bookGenres)).length, 0);
});

test('a language that changes its code keeps its books', async () => {
  await transaction(async (tx) => {
    await tx.insert(languages).values({ code: 'iw' });
    await insertBook(tx, { language: 'iw' });
    await tx.update(languages).set({ code: 'he' });
  });
  assert.deepEqual(await db.select({ language: books.language }).from(books), [{ language: 'he' }]);
});

test('a person is named once in each role of a book', async () => {
  await transaction(async (tx) => {
    const [bookId, authorId] = [await insertBook(tx), await insertAuthor(tx)];
    const austen = { bookId, authorId, role: 'author' as const };
    await tx.insert(contributors).values([
      { ...austen, position: 0 },
      { ...austen, position: 1, role: 'illustrator' },
    ]);
  });
  const [credit] = await db.select().from(contributors).limit(1);
  assert.ok(credit);
  await breaksUnique((tx) => tx.insert(contributors).values({ ...credit, position: 2 }));
});

test('roles and conditions are those we know', async () => {
  const { book } = await emmaWithReaders();
  const role = 'ghost' as 'author';
  await breaksCheck('contributors_role', async (tx) => {
    const [author] = await tx.insert(authors).values(authorRow()).returning();
    assert.ok(author);
    await tx.insert(contributors).values({ bookId: book, position: 0, authorId: author.id, role });
  });
  for (const condition of schema.conditions) await transaction((tx) => insertCopy(tx, book, { condition }));
  await breaksCheck('copies_condition', (tx) => insertCopy(tx, book, { condition: 'eaten' as 'ok' }));
});

test('an ISBN has 13 characters and belongs to one book; many have none', async () => {
  await transaction((tx) =>
    tx.insert(books).values([bookRow(), bookRow(), bookRow({ isbn: '9780141439587' })]),
  );
  await breaksUnique((tx) => insertBook(tx, { isbn: '9780141439587' }));
  await breaksCheck('books_isbn_13', (tx) => insertBook(tx, { isbn: '0141439580' }));
});

test('barcodes and public addresses of copies are unique', async () => {
  const { book } = await emmaWithReaders();
  const taken = { barcode: '39000000001', publicId: 'emma' };
  await transaction((tx) => insertCopy(tx, book, taken));
  await breaksUnique((tx) => insertCopy(tx, book, { barcode: taken.barcode }));
  await breaksUnique((tx) => insertCopy(tx, book, { publicId: taken.publicId }));
});

test('there is one row of counts', async () => {
  const counts = { books: 0, copies: 0, copiesAvailable: 0, authors: 0, genres: 0 };
  await breaksUnique((tx) => tx.insert(schema.recordCounts).values({ id: 1, ...counts }));
  await breaksCheck('record_counts_one_row', (tx) =>
    tx.insert(schema.recordCounts).values({ id: 2, ...counts }),
  );
});

test('instants come back to the millisecond and lists as lists', async () => {
  const addedAt = new Date('2026-03-02T23:59:59.987Z');
  await transaction((tx) => insertBook(tx, { addedAt, otherTitles: ['エマ', 'Éma'] }));
  const [book] = await db.select({ addedAt: books.addedAt, otherTitles: books.otherTitles }).from(books);
  assert.deepEqual(book, { addedAt, otherTitles: ['エマ', 'Éma'] });
});

test('keys are ordered by their bytes in either engine', async () => {
  const keys = ['a b', 'ab', 'B', 'é', 'я', 'a'];
  await transaction((tx) => tx.insert(genres).values(keys.map((key) => ({ name: key, sortKey: key }))));
  const rows = await db.select({ key: genres.sortKey }).from(genres).orderBy(genres.sortKey);
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['B', 'a', 'a b', 'ab', 'é', 'я'],
  );
});

test('a purchase suggestion has a title, and what is sent again is stored once', async () => {
  const emma = { title: 'Emma', suggestedAt: testNow, idempotencyKey: 'one' };
  await transaction((tx) => tx.insert(purchaseSuggestions).values(emma));
  await breaksUnique((tx) => tx.insert(purchaseSuggestions).values(emma));
  await breaksCheck('purchase_suggestions_title', (tx) =>
    tx.insert(purchaseSuggestions).values({ ...emma, title: '', idempotencyKey: 'another' }),
  );
});

test('one client sends the same purchase suggestion once', async () => {
  const sending = { clientHash: 'amara', contentHash: 'emma', sentAt: testNow };
  await transaction((tx) => tx.insert(purchaseSuggestionSenders).values(sending));
  await breaksUnique((tx) => tx.insert(purchaseSuggestionSenders).values(sending));
  await transaction((tx) =>
    tx.insert(purchaseSuggestionSenders).values({ ...sending, clientHash: 'casimir' }),
  );
});
