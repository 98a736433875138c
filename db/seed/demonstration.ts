import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client';
import { authors, bookGenres, books, contributors, copies, genres, languages } from '#db/schema/catalog';
import { holds, loans, members } from '#db/schema/circulation';
import { librarySettings } from '#db/schema/library';
import { authorWords, bookWords, copyWords, genreWords, indexWords } from '#db/search/words';
import { demonstrationCopies, type Lending } from '#db/seed/copies';
import { demonstrationMembers } from '#db/seed/members';
import { type SeedWork, seedAuthors, seedWorks } from '#db/seed/records';
import { sortKey } from '#db/sort-key';

const fiveHours = 5 * 3_600_000;

/** What a new library started with: `demonstration` or `empty`. Undefined for a database that nobody has begun. */
export async function beginning(tx: Pick<Transaction, 'select'>): Promise<string | undefined> {
  const [row] = await tx.select().from(librarySettings).where(eq(librarySettings.name, 'beginning'));
  return row?.value;
}

/** Marks a new, empty library as begun, once. False where it already was. */
export async function begin(tx: Transaction, value: 'demonstration' | 'empty'): Promise<boolean> {
  const row = { name: 'beginning', value };
  const written = await tx.insert(librarySettings).values(row).onConflictDoNothing().returning();
  return written.length === 1;
}

/**
 * Loads the demonstration library, the same records every time; loans and holds are dated from `today`. Does nothing
 * where the library has begun already or holds a book. True if it loaded.
 */
export async function loadDemonstration(tx: Transaction, now: Date, today: string): Promise<boolean> {
  const occupied = await tx.select({ id: books.id }).from(books).limit(1);
  if (occupied.length > 0 || !(await begin(tx, 'demonstration'))) return false;
  const works = seedWorks();
  const bookIds = await loadBooks(tx, works, now);
  await loadContributors(tx, works, bookIds);
  await loadGenres(tx, works, bookIds);
  await loadCirculation(tx, demonstrationCopies(works, { now, today }), bookIds);
  return true;
}

type Ids = { id: number }[];

/** The id of the row that was inserted as number `place`, counted from 0. */
function idAt(ids: Ids, place: number): number {
  const row = ids[place];
  if (!row) throw new Error(`The demonstration names record ${place}, which does not exist.`);
  return row.id;
}

async function loadBooks(tx: Transaction, works: SeedWork[], now: Date): Promise<Ids> {
  const codes = [...new Set(works.map((work) => work.language))].sort();
  await tx.insert(languages).values(codes.map((code) => ({ code })));
  const addedAt = (place: number) => new Date(now.getTime() - (works.length - place) * fiveHours);
  const rows = works.map((work, place) => ({ ...bookRow(work), addedAt: addedAt(place) }));
  return tx.insert(books).values(rows).returning({ id: books.id });
}

async function loadContributors(tx: Transaction, works: SeedWork[], bookIds: Ids): Promise<void> {
  const people = seedAuthors();
  const rows = people.map(({ key: _, ...author }) => ({
    ...author,
    ...authorWords(author),
    sortKey: sortKey(author.sortName),
  }));
  const ids = await tx.insert(authors).values(rows).returning({ id: authors.id });
  const places = new Map(people.map(({ key }, place) => [key, place]));
  const credits = works.flatMap((work, book) =>
    work.contributors.map(({ author, role, as = null }, position) => {
      const authorId = idAt(ids, places.get(author) ?? -1);
      return { bookId: idAt(bookIds, book), position, authorId, role, creditedAs: as, words: indexWords(as) };
    }),
  );
  await tx.insert(contributors).values(credits);
}

async function loadGenres(tx: Transaction, works: SeedWork[], bookIds: Ids): Promise<void> {
  const names = [...new Set(works.flatMap((work) => work.genres))].sort();
  const rows = names.map((name) => ({ name, sortKey: sortKey(name), ...genreWords({ name }) }));
  const ids = await tx.insert(genres).values(rows).returning({ id: genres.id });
  const pairs = works.flatMap((work, book) =>
    work.genres.map((name) => ({ bookId: idAt(bookIds, book), genreId: idAt(ids, names.indexOf(name)) })),
  );
  await tx.insert(bookGenres).values(pairs);
}

function bookRow({ contributors: _, genres: __, series, ...work }: SeedWork) {
  const placed = { series: series?.name ?? null, seriesNumber: series ? String(series.number) : null };
  return {
    ...work,
    sortKey: sortKey(work.title, work.language),
    ...placed,
    ...bookWords({ ...work, ...placed }),
  };
}

async function loadCirculation(tx: Transaction, lending: Lending, bookIds: Ids): Promise<void> {
  const memberIds = await tx.insert(members).values(demonstrationMembers).returning({ id: members.id });
  const copyRows = lending.copies.map(({ book, ...copy }) => ({
    ...copy,
    ...copyWords(copy),
    bookId: idAt(bookIds, book),
  }));
  const copyIds = await tx.insert(copies).values(copyRows).returning({ id: copies.id });
  const people = (row: { copy: number; member: number }) => ({
    copyId: idAt(copyIds, row.copy),
    memberId: idAt(memberIds, row.member),
  });
  await tx.insert(loans).values(lending.loans.map((loan) => ({ ...loan, ...people(loan) })));
  await tx
    .insert(holds)
    .values(lending.holds.map((hold) => ({ ...hold, ...people(hold), bookId: idAt(bookIds, hold.book) })));
}
