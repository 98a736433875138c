import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { asc, isNull } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, bookGenres, books, contributors, copies, genres, languages } from '#db/schema/catalog';
import { loans } from '#db/schema/circulation';
import { emptyTables, freshDatabase, testNow } from '#db/testing/database';
import type { RealRecord } from '../normalise/record.ts';
import { loadRealRecords } from './load.ts';

freshDatabase();
beforeEach(emptyTables);

const anna = {
  name: 'Anna Marsh',
  sortName: 'Marsh, Anna',
  born: '1828',
  died: null,
  variants: ['A. Marsh'],
};

const record = (values: Partial<RealRecord> = {}): RealRecord => ({
  source: 'gutenberg',
  number: '1',
  title: 'The Lamp',
  subtitle: null,
  otherTitles: [],
  contributors: [{ ...anna, role: 'author' }],
  language: 'en',
  year: null,
  isbn: null,
  publisher: null,
  series: null,
  seriesNumber: null,
  genres: ['Poetry'],
  ...values,
});

test('a record becomes a book with everything it says', async () => {
  const values = {
    subtitle: 'A Tale',
    otherTitles: ['Lampe'],
    year: -7,
    isbn: '9780306406157',
    series: 'Marsh',
  };
  await loadRealRecords([record(values)], testNow);
  const [book] = await db.select().from(books);
  const { subtitle, otherTitles, year, isbn, series, sortKey, language } = book ?? {};
  assert.deepEqual({ subtitle, otherTitles, year, isbn, series }, values);
  assert.deepEqual([sortKey, language], ['lamp', 'en']);
  assert.deepEqual((await db.select().from(authors))[0]?.variants, ['A. Marsh']);
});

test('an author is one by name and dates, also in a later load; genres and languages are there once', async () => {
  await loadRealRecords([record(), record({ genres: ['poetry', 'Novels'] })], testNow);
  const younger = { ...anna, born: '1901', role: 'author' as const };
  await loadRealRecords([record(), record({ contributors: [younger, younger] })], testNow);
  assert.equal(await db.$count(authors), 2);
  assert.equal(await db.$count(contributors), 4);
  assert.deepEqual((await db.select().from(genres)).map(({ name }) => name).sort(), ['Novels', 'Poetry']);
  assert.equal(await db.$count(bookGenres), 5);
  assert.equal(await db.$count(languages), 1);
});

test('a record may lack author, language and genre', async () => {
  const loaded = await loadRealRecords([record({ contributors: [], language: null, genres: [] })], testNow);
  assert.equal(loaded, 1);
  assert.equal(await db.$count(contributors), 0);
});

test('more than go into one transaction, with copies in and on loan', async () => {
  const many = Array.from({ length: 1203 }, (_, number) =>
    record({ number: String(number), title: `Lamp ${number}` }),
  );
  assert.equal(await loadRealRecords(many, testNow), 1203);
  const titles = await db.select({ title: books.title }).from(books).orderBy(asc(books.id));
  assert.deepEqual([titles[0]?.title, titles.at(-1)?.title], ['Lamp 0', 'Lamp 1202']);
  assert.equal(await db.$count(copies), 602 + 2 * 601);
  assert.equal(await db.$count(loans, isNull(loans.returnedAt)), 301);
});
