import type { Transaction } from '#db/client';
import { librarySettings } from '#db/schema/library';

/** Marks a new, empty library as begun, once. False where it already was. */
export async function begin(tx: Transaction, value: 'demonstration' | 'empty'): Promise<boolean> {
  const row = { name: 'beginning', value };
  const written = await tx.insert(librarySettings).values(row).onConflictDoNothing().returning();
  return written.length === 1;
}
