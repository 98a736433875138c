import { count, max } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { books, contributors, copies } from '#db/schema/catalog';
import { loans, members } from '#db/schema/circulation';
import { deferIndexing } from '#db/search/reindex';
import { today } from '#lib/clock';
import { settings } from '#lib/env';
import type { RealRecord } from '../normalise/record.ts';
import { authorIdsOf } from './authors.ts';
import { bookRow } from './book-row.ts';
import { copyRows } from './copy-rows.ts';
import { addGenres } from './genres.ts';
import { addLanguages } from './languages.ts';
import { loanRow } from './loan-row.ts';

/** Records in one transaction, and in one statement: SQLite takes 32,766 values in one. */
const together = 1000;

/** A record and the book that it became. */
type Loaded = { record: RealRecord; bookId: number; place: number };

/**
 * Loads records into a migrated database, after those that are there: with their authors, who are one where name and
 * dates are, languages and genres, one or two copies each, and every sixth copy on loan. The same every time. Returns
 * how many there were.
 */
export async function loadRealRecords(
  records: Iterable<RealRecord> | AsyncIterable<RealRecord>,
  now: Date,
): Promise<number> {
  const [present] = await db.select({ titles: count() }).from(books);
  const before = present?.titles ?? 0;
  let place = before;
  await deferIndexing(async () => {
    place = await loadAll(records, before, now);
  });
  return place - before;
}

async function loadAll(
  records: Iterable<RealRecord> | AsyncIterable<RealRecord>,
  first: number,
  now: Date,
): Promise<number> {
  let place = first;
  let batch: RealRecord[] = [];
  for await (const record of records) {
    batch.push(record);
    if (batch.length < together) continue;
    place += await loadTogether(batch, place, now);
    batch = [];
  }
  if (batch.length > 0) place += await loadTogether(batch, place, now);
  return place;
}

async function loadTogether(records: RealRecord[], place: number, now: Date): Promise<number> {
  await transaction((tx) => addBooks(tx, records, place, now));
  return records.length;
}

async function addBooks(tx: Transaction, records: RealRecord[], first: number, now: Date): Promise<void> {
  await addLanguages(tx, records);
  const rows = records.map((record, nth) => bookRow(record, first + nth, now));
  const inserted = await tx.insert(books).values(rows).returning({ id: books.id });
  const loaded = records.flatMap((record, nth) => {
    const bookId = inserted[nth]?.id;
    return bookId === undefined ? [] : [{ record, bookId, place: first + nth }];
  });
  await addContributors(tx, loaded);
  await addGenres(tx, loaded);
  await addCopies(tx, loaded, now);
}

async function addContributors(tx: Transaction, loaded: Loaded[]): Promise<void> {
  const people = loaded.flatMap(({ record }) => record.contributors);
  if (people.length === 0) return;
  const idOf = await authorIdsOf(tx, people);
  const credits = loaded.flatMap(({ record, bookId }) => {
    const once = new Map(
      record.contributors.map(({ role, ...person }) => [`${idOf(person)} ${role}`, { person, role }]),
    );
    return [...once.values()].map(({ person, role }, position) => ({
      bookId,
      position,
      authorId: idOf(person),
      role,
    }));
  });
  await tx.insert(contributors).values(credits);
}

/** Every sixth copy is on loan, to one of fifty readers who come with each thousand titles. */
async function addCopies(tx: Transaction, loaded: Loaded[], now: Date): Promise<void> {
  const rows = loaded.flatMap(({ bookId, place }) => copyRows(bookId, place));
  const inserted = await tx.insert(copies).values(rows).returning({ id: copies.id });
  const lent = inserted.filter((_, nth) => nth % 6 === 0);
  const [newest] = await tx.select({ id: max(members.id) }).from(members);
  const readers = Array.from({ length: 50 }, (_, nth) => `R${(newest?.id ?? 0) + nth + 1}`);
  const memberIds = await tx
    .insert(members)
    .values(readers.map((barcode) => ({ name: `Reader ${barcode}`, barcode })))
    .returning({ id: members.id });
  const day = today(now, settings().TIME_ZONE);
  const open = lent.map(({ id }, nth) => loanRow(id, memberIds[nth % memberIds.length]?.id ?? 0, day));
  await tx.insert(loans).values(open);
}
