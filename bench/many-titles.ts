import { count } from 'drizzle-orm';
import { addDays } from '#db/calendar';
import { db, type Transaction, transaction } from '#db/client';
import { books, genres } from '#db/schema/catalog';
import { loans, members } from '#db/schema/circulation';
import { deferIndexing } from '#db/search/reindex';
import { seedAuthors, seedWorks } from '#db/seed/records';
import { insertAuthors } from '#lib/catalog/authors/author-commands';
import { insertBooks } from '#lib/catalog/books/book-commands';
import { insertCopies } from '#lib/catalog/copies/copy-commands';
import { loadDemonstration } from '#lib/catalog/demonstration/load-demonstration';
import { today } from '#lib/clock';
import { settings } from '#lib/env';
import { inventAuthor, inventBook, inventCopy, pick } from './invented.ts';

/** Titles in one transaction. */
const together = 1000;
const day = 86_400_000;

const libraryDay = (now: Date) => today(now, settings().TIME_ZONE);

/**
 * Fills the migrated, empty database at DATABASE_URL, or one that this has filled before, up to `titles`: the
 * demonstration library and, added a year before it, invented titles, always the same, with two copies each on the
 * average and every tenth copy on loan. So the home page shows the same books as without the rest.
 */
export async function loadManyTitles(titles: number, now: Date): Promise<void> {
  await transaction((tx) => loadDemonstration(tx, now, libraryDay(now)));
  const [present] = await db.select({ titles: count() }).from(books);
  const genreIds = idsOf(await db.select({ id: genres.id }).from(genres));
  const missing = titles - works.length;
  await deferIndexing(async () => {
    for (let first = (present?.titles ?? 0) - works.length; first < missing; first += together) {
      const numbers = Array.from({ length: Math.min(together, missing - first) }, (_, i) => first + i);
      await transaction((tx) => addTitles(tx, numbers, genreIds, now));
    }
  });
}

const works = seedWorks();
const people = seedAuthors();

/** An invented book, by the number it was invented for. */
type Title = { number: number; bookId: number };

async function addTitles(tx: Transaction, numbers: number[], genreIds: number[], now: Date): Promise<void> {
  const newest = new Date(now.getTime() - 365 * day);
  const authorIds = await addAuthors(tx, numbers);
  const bookIds = await insertBooks(
    tx,
    numbers.map((number) => ({
      ...inventBook(number, works, newest),
      contributors: [{ authorId: pick(authorIds, number, 'author'), role: 'author' }],
      genreIds: [pick(genreIds, number, 'genre')],
    })),
  );
  const titles = bookIds.map((bookId, place) => ({ number: numbers[place] ?? 0, bookId }));
  await lend(tx, titles, await addCopies(tx, titles), libraryDay(now));
}

const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id);

/** An author for every fourth title; each title is by one of them. */
const addAuthors = (tx: Transaction, numbers: number[]): Promise<number[]> =>
  insertAuthors(
    tx,
    numbers.filter((_, place) => place % 4 === 0).map((number) => inventAuthor(number, people)),
  );

/** One, two or three of a title. */
const addCopies = (tx: Transaction, titles: Title[]): Promise<number[]> =>
  insertCopies(
    tx,
    titles.flatMap(({ number, bookId }) =>
      Array.from({ length: 1 + (number % 3) }, (_, nth) => inventCopy(number * 3 + nth, bookId)),
    ),
  );

/** Every tenth copy to one of as many readers as there are twenties of titles. */
async function lend(tx: Transaction, titles: Title[], copyIds: number[], today: string): Promise<void> {
  const readers = titles
    .filter((_, place) => place % 20 === 0)
    .map(({ number }) => ({ name: `Reader ${number}`, barcode: `R${number}` }));
  const memberIds = idsOf(await tx.insert(members).values(readers).returning({ id: members.id }));
  const rows = copyIds
    .filter((_, place) => place % 10 === 0)
    .map((copyId) => ({
      copyId,
      memberId: pick(memberIds, copyId, 'reader'),
      checkedOutOn: addDays(today, -(copyId % 19)),
      dueOn: addDays(today, 21 - (copyId % 19)),
    }));
  await tx.insert(loans).values(rows);
}
