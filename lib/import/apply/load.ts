import { count, max } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { books } from '#db/schema/catalog';
import { loans, members } from '#db/schema/circulation';
import { deferIndexing } from '#db/search/reindex';
import { insertBooks } from '#lib/catalog/books/book-commands';
import { insertCopies } from '#lib/catalog/copies/copy-commands';
import { genresNamed } from '#lib/catalog/subjects/genre-commands';
import { today } from '#lib/clock';
import { settings } from '#lib/env';
import type { RealRecord } from '../normalise/record.ts';
import { authorIdsOf } from './authors.ts';
import { bookOf } from './book.ts';
import { copiesOf } from './copies.ts';
import { loanRow } from './loan-row.ts';

/** Records in one transaction. */
const together = 1000;

/** The book that a record became, and the number it was loaded as. */
type Loaded = { bookId: number; place: number };

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
  const authorOf = await authorIdsOf(
    tx,
    records.flatMap(({ contributors }) => contributors),
  );
  const names = [...new Set(records.flatMap(({ genres }) => genres))];
  const genreIds = await genresNamed(tx, names);
  const genreOf = new Map(names.map((name, nth) => [name, genreIds[nth] ?? 0]));
  const bookIds = await insertBooks(
    tx,
    records.map((record, nth) => ({
      ...bookOf(record, first + nth, now),
      contributors: record.contributors.map((person) => ({ authorId: authorOf(person), role: person.role })),
      genreIds: record.genres.flatMap((name) => genreOf.get(name) ?? []),
    })),
  );
  await addCopies(
    tx,
    bookIds.map((bookId, nth) => ({ bookId, place: first + nth })),
    now,
  );
}

/** Every sixth copy is on loan, to one of fifty readers who come with each thousand titles. */
async function addCopies(tx: Transaction, loaded: Loaded[], now: Date): Promise<void> {
  const copyIds = await insertCopies(
    tx,
    loaded.flatMap(({ bookId, place }) => copiesOf(bookId, place)),
  );
  const lent = copyIds.filter((_, nth) => nth % 6 === 0);
  const [newest] = await tx.select({ id: max(members.id) }).from(members);
  const readers = Array.from({ length: 50 }, (_, nth) => `R${(newest?.id ?? 0) + nth + 1}`);
  const memberIds = await tx
    .insert(members)
    .values(readers.map((barcode) => ({ name: `Reader ${barcode}`, barcode })))
    .returning({ id: members.id });
  const day = today(now, settings().TIME_ZONE);
  const open = lent.map((id, nth) => loanRow(id, memberIds[nth % memberIds.length]?.id ?? 0, day));
  await tx.insert(loans).values(open);
}
