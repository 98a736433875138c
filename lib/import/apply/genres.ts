import { inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client';
import { bookGenres, genres } from '#db/schema/catalog';
import { genreWords } from '#db/search/words';
import { sortKey } from '#db/sort-key';
import type { RealRecord } from '../normalise/record.ts';

/** Adds the genres that are new, and says which books are of which. */
export async function addGenres(
  tx: Transaction,
  loaded: { record: RealRecord; bookId: number }[],
): Promise<void> {
  const rows = loaded.flatMap(({ record, bookId }) =>
    record.genres.map((name) => ({ name, sortKey: sortKey(name), bookId })),
  );
  if (rows.length === 0) return;
  // From the end: of two spellings the first stays.
  const named = new Map(
    rows.toReversed().map(({ name, sortKey }) => [sortKey, { name, sortKey, ...genreWords({ name }) }]),
  );
  await tx
    .insert(genres)
    .values([...named.values()])
    .onConflictDoNothing();
  const known = await tx
    .select()
    .from(genres)
    .where(inArray(genres.sortKey, [...named.keys()]));
  const idOf = new Map(known.map(({ id, sortKey }) => [sortKey, id]));
  const links = rows.map(({ bookId, sortKey }) => ({ bookId, genreId: idOf.get(sortKey) ?? 0 }));
  await tx.insert(bookGenres).values(links).onConflictDoNothing();
}
