import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { asc, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { authors, contributors, mergedAuthors, recordCounts } from '#db/schema/catalog';
import { indexWords } from '#db/search/terms';
import { insertCredits } from '#db/testing/catalog';
import { emptyTables, freshDatabase } from '#db/testing/database';
import { insertAuthor, insertBook } from '#db/testing/records';
import { addressOf } from '#lib/catalog/address-queries';
import { changeAuthor } from '#lib/catalog/authors/author-commands';
import { authorDetail } from '#lib/catalog/authors/author-queries';
import { mergeAuthors } from '#lib/catalog/authors/merge-commands';

freshDatabase();

let charlotte: number;
let currer: number;

beforeEach(async () => {
  await emptyTables();
  charlotte = await transaction((tx) => insertAuthor(tx, 'Charlotte Brontë'));
  currer = await transaction((tx) => insertAuthor(tx, 'Currer Bell'));
});

type Role = (typeof contributors.$inferInsert)['role'];
type Credit = [authorId: number, role: Role, creditedAs?: string];

/** A book by these people, in this order. */
const bookBy = (title: string, ...credits: Credit[]) =>
  transaction(async (tx) => {
    const bookId = await insertBook(tx, { title });
    const rows = credits.map(([authorId, role, creditedAs], position) => ({
      bookId,
      authorId,
      role,
      position,
      creditedAs: creditedAs ?? null,
    }));
    await insertCredits(tx, rows);
    return bookId;
  });

/** Who made a book: position, author, role. */
const creditsOf = async (bookId: number) =>
  (
    await db
      .select()
      .from(contributors)
      .where(eq(contributors.bookId, bookId))
      .orderBy(asc(contributors.position))
  ).map(({ position, authorId, role, creditedAs }) => [
    position,
    authorId,
    role,
    ...(creditedAs ? [creditedAs] : []),
  ]);

const exists = async (id: number) => (await authorDetail(id)) !== undefined;

test('the books of who is gone are those of who stays, in their places', async () => {
  const emily = await transaction((tx) => insertAuthor(tx, 'Emily Brontë'));
  const poems = await bookBy('Poems', [emily, 'author'], [currer, 'author', 'C. Bell'], [emily, 'editor']);
  const villette = await bookBy('Villette', [charlotte, 'author']);
  assert.deepEqual(await mergeAuthors(charlotte, currer), { ok: true, authorId: charlotte });
  assert.deepEqual(await creditsOf(poems), [
    [0, emily, 'author'],
    [1, charlotte, 'author', 'C. Bell'],
    [2, emily, 'editor'],
  ]);
  assert.deepEqual(await creditsOf(villette), [[0, charlotte, 'author']]);
  assert.equal(await exists(currer), false);
});

test('a credit that both had is one, where the first of them stood; other roles stay', async () => {
  const emily = await transaction((tx) => insertAuthor(tx, 'Emily Brontë'));
  const before = await bookBy('Emma', [currer, 'author', 'Bell'], [emily, 'author'], [charlotte, 'author']);
  const after = await bookBy('Shirley', [charlotte, 'author'], [emily, 'author'], [currer, 'author']);
  const roles = await bookBy('The Professor', [charlotte, 'author'], [currer, 'editor']);
  await mergeAuthors(charlotte, currer);
  assert.deepEqual(await creditsOf(before), [
    [0, charlotte, 'author', 'Bell'],
    [1, emily, 'author'],
  ]);
  assert.deepEqual(await creditsOf(after), [
    [0, charlotte, 'author'],
    [1, emily, 'author'],
  ]);
  assert.deepEqual(await creditsOf(roles), [
    [0, charlotte, 'author'],
    [1, charlotte, 'editor', 'Currer Bell'],
  ]);
});

test('a book goes on to say the name that it was printed with, and is found by it', async () => {
  const jane = await bookBy('Jane Eyre', [currer, 'author']);
  const shirley = await bookBy('Shirley', [currer, 'author', 'C. Bell'], [currer, 'editor']);
  const villette = await bookBy('Villette', [charlotte, 'author']);
  await mergeAuthors(charlotte, currer);
  assert.deepEqual(await creditsOf(jane), [[0, charlotte, 'author', 'Currer Bell']]);
  assert.deepEqual(await creditsOf(shirley), [
    [0, charlotte, 'author', 'C. Bell'],
    [1, charlotte, 'editor', 'Currer Bell'],
  ]);
  assert.deepEqual(await creditsOf(villette), [[0, charlotte, 'author']]);
  const [credit] = await db.select().from(contributors).where(eq(contributors.bookId, jane));
  assert.equal(credit?.words, indexWords('Currer Bell'));
});

test('of two records of one name, none is another form', async () => {
  await changeAuthor(currer, { name: 'Charlotte Brontë' });
  const jane = await bookBy('Jane Eyre', [currer, 'author']);
  await mergeAuthors(charlotte, currer);
  assert.deepEqual(await creditsOf(jane), [[0, charlotte, 'author']]);
});

test('who stays has the books of both, each of them once', async () => {
  await bookBy('The Professor', [charlotte, 'author'], [currer, 'editor']);
  await bookBy('Villette', [currer, 'author']);
  await bookBy('Emma', [currer, 'author'], [charlotte, 'author']);
  await bookBy('Poems', [charlotte, 'author']);
  await mergeAuthors(charlotte, currer);
  const [kept] = await db.select().from(authors).where(eq(authors.id, charlotte));
  assert.equal(kept?.bookCount, 4);
});

test('who stays is known by the names of who is gone, each once', async () => {
  await changeAuthor(charlotte, { sortName: 'Brontë, Charlotte', variants: ['C. Brontë'] });
  await changeAuthor(currer, {
    sortName: 'Bell, Currer',
    variants: ['C. Brontë', 'Charlotte Brontë', 'Шарлотта Бронте'],
  });
  await mergeAuthors(charlotte, currer);
  assert.deepEqual((await authorDetail(charlotte))?.variants, [
    'C. Brontë',
    'Currer Bell',
    'Шарлотта Бронте',
    'Bell, Currer',
  ]);
});

test('the address of who is gone leads to who stays, through all earlier merges', async () => {
  const arthur = await transaction((tx) => insertAuthor(tx, 'Arthur Bell'));
  await mergeAuthors(currer, arthur);
  await mergeAuthors(charlotte, currer);
  const home = await addressOf('authors', String(charlotte));
  assert.match(home ?? '', /charlotte-bronte$/);
  for (const id of [arthur, currer]) assert.equal(await addressOf('authors', `${id}-anything`), home);
  const rows = await db.select().from(mergedAuthors);
  assert.deepEqual(new Set(rows.map(({ authorId }) => authorId)), new Set([charlotte]));
});

test('merging what is merged changes nothing', async () => {
  await mergeAuthors(charlotte, currer);
  const before = await authorDetail(charlotte);
  assert.deepEqual(await mergeAuthors(charlotte, currer), { ok: true, authorId: charlotte });
  assert.deepEqual(await authorDetail(charlotte), before);
  const [counts] = await db.select().from(recordCounts);
  assert.equal(counts?.authors, 1);
});

test('two merges at once, of two into each other, leave one of them', async () => {
  const outcomes = await Promise.all([mergeAuthors(charlotte, currer), mergeAuthors(currer, charlotte)]);
  assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
  assert.notEqual(await exists(charlotte), await exists(currer));
});

test('nobody is merged into themselves, or with somebody who is not there', async () => {
  assert.deepEqual(await mergeAuthors(currer, currer), { ok: false, reasons: ['same_author'] });
  assert.deepEqual(await mergeAuthors(999_999, currer), { ok: false, reasons: ['keep_not_found'] });
  assert.deepEqual(await mergeAuthors(charlotte, 999_999), { ok: false, reasons: ['gone_not_found'] });
  await mergeAuthors(charlotte, currer);
  const arthur = await transaction((tx) => insertAuthor(tx, 'Arthur Bell'));
  assert.deepEqual(await mergeAuthors(currer, arthur), { ok: false, reasons: ['keep_not_found'] });
  assert.deepEqual(await mergeAuthors(arthur, currer), { ok: false, reasons: ['gone_not_found'] });
  assert.equal(await exists(arthur), true);
});

test('a number that was merged away is given to nobody else', async () => {
  await mergeAuthors(charlotte, currer);
  const next = await transaction((tx) => insertAuthor(tx, 'Anne Brontë'));
  assert.notEqual(next, currer);
});
