import { eq, inArray } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { isUniqueViolation } from '#db/errors';
import { genreRowOf } from '#db/rows/genre-row';
import { line } from '#db/rows/text';
import { genres } from '#db/schema/catalog';
import { batches } from '#lib/catalog/batches';

export type RenameGenreRefusal = 'name_missing' | 'name_taken' | 'genre_not_found';
export type RenameGenreOutcome = { ok: true } | { ok: false; reasons: RenameGenreRefusal[] };

/** Gives a genre another name; its books are found by it at once. Case and accents make no other name. */
export async function renameGenre(id: number, name: string): Promise<RenameGenreOutcome> {
  if (line(name) === '') return { ok: false, reasons: ['name_missing'] };
  try {
    const renamed = await transaction((tx) =>
      tx.update(genres).set(genreRowOf(name)).where(eq(genres.id, id)).returning({ id: genres.id }),
    );
    return renamed.length > 0 ? { ok: true } : { ok: false, reasons: ['genre_not_found'] };
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, reasons: ['name_taken'] };
    throw error;
  }
}

/** The genres of these names, in their order, in a transaction that is under way. Those that are new are added. */
export async function genresNamed(tx: Transaction, names: string[]): Promise<number[]> {
  const rows = names.map(genreRowOf);
  // Of several spellings the first is added.
  const byKey = Map.groupBy(rows, ({ sortKey }) => sortKey);
  const different = [...byKey.values()].flatMap((spellings) => spellings.slice(0, 1));
  const ids = new Map<string, number>();
  for (const batch of batches(different)) {
    await tx.insert(genres).values(batch).onConflictDoNothing();
    const keys = batch.map(({ sortKey }) => sortKey);
    const known = await tx.select().from(genres).where(inArray(genres.sortKey, keys));
    for (const { id, sortKey } of known) ids.set(sortKey, id);
  }
  return rows.flatMap(({ sortKey }) => ids.get(sortKey) ?? []);
}
