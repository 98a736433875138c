import type { Transaction } from '#db/client';
import { books } from '#db/schema/catalog';
import { holds, loans, members } from '#db/schema/circulation';
import { demonstrationCopies, type Lending } from '#db/seed/copies';
import { demonstrationMembers } from '#db/seed/members';
import { type SeedWork, seedAuthors, seedWorks } from '#db/seed/records';
import { insertAuthors } from '#lib/catalog/authors/author-commands';
import type { NewBook } from '#lib/catalog/books/book';
import { insertBooks } from '#lib/catalog/books/book-commands';
import { insertCopies } from '#lib/catalog/copies/copy-commands';
import { begin } from '#lib/catalog/library-commands';
import { genresNamed } from '#lib/catalog/subjects/genre-commands';

const fiveHours = 5 * 3_600_000;

/**
 * Loads the demonstration library, the same records every time; loans and holds are dated from `today`. Does nothing
 * where the library has begun already or holds a book. True if it loaded.
 */
export async function loadDemonstration(tx: Transaction, now: Date, today: string): Promise<boolean> {
  const occupied = await tx.select({ id: books.id }).from(books).limit(1);
  if (occupied.length > 0 || !(await begin(tx, 'demonstration'))) return false;
  const works = seedWorks();
  const bookIds = await loadBooks(tx, works, now);
  await loadCirculation(tx, demonstrationCopies(works, { now, today }), bookIds);
  return true;
}

/** The id of the record that was inserted as number `place`, counted from 0. */
function idAt(ids: number[], place: number): number {
  const id = ids[place];
  if (id === undefined) throw new Error(`The demonstration names record ${place}, which does not exist.`);
  return id;
}

async function loadBooks(tx: Transaction, works: SeedWork[], now: Date): Promise<number[]> {
  const people = seedAuthors();
  const authorIds = await insertAuthors(tx, people);
  const places = new Map(people.map(({ key }, place) => [key, place]));
  const names = [...new Set(works.flatMap((work) => work.genres))].sort();
  const genreIds = await genresNamed(tx, names);
  const addedAt = (place: number) => new Date(now.getTime() - (works.length - place) * fiveHours);
  const books = works.map(
    ({ series, genres, contributors, ...work }, place): NewBook => ({
      ...work,
      series: series?.name ?? null,
      seriesNumber: series ? String(series.number) : null,
      addedAt: addedAt(place),
      contributors: contributors.map(({ author, role, as = null }) => ({
        authorId: idAt(authorIds, places.get(author) ?? -1),
        role,
        creditedAs: as,
      })),
      genreIds: genres.map((name) => idAt(genreIds, names.indexOf(name))),
    }),
  );
  return insertBooks(tx, books);
}

async function loadCirculation(tx: Transaction, lending: Lending, bookIds: number[]): Promise<void> {
  const inserted = await tx.insert(members).values(demonstrationMembers).returning({ id: members.id });
  const memberIds = inserted.map(({ id }) => id);
  const copyIds = await insertCopies(
    tx,
    lending.copies.map(({ book, ...copy }) => ({ ...copy, bookId: idAt(bookIds, book) })),
  );
  const people = (row: { copy: number; member: number }) => ({
    copyId: idAt(copyIds, row.copy),
    memberId: idAt(memberIds, row.member),
  });
  await tx.insert(loans).values(lending.loans.map((loan) => ({ ...loan, ...people(loan) })));
  await tx
    .insert(holds)
    .values(lending.holds.map((hold) => ({ ...hold, ...people(hold), bookId: idAt(bookIds, hold.book) })));
}
