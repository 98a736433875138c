import { eq } from 'drizzle-orm';
import { type Database, db } from '#db/client';
import { prepared } from '#db/prepared';
import { librarySettings } from '#db/schema/library';

/** What a new library started with: `demonstration` or `empty`. Undefined for a database that nobody has begun. */
export async function beginning(from: Pick<Database, 'select'> = db): Promise<string | undefined> {
  const [row] = await from.select().from(librarySettings).where(eq(librarySettings.name, 'beginning'));
  return row?.value;
}

const beginningRow = prepared('library_beginning', () =>
  db.select().from(librarySettings).where(eq(librarySettings.name, 'beginning')),
);

/** Whether this library began with the invented loans of the demonstration. */
export async function isDemonstration(): Promise<boolean> {
  const [row] = await beginningRow();
  return row?.value === 'demonstration';
}

/** Answers when the database does; throws when it does not. */
export async function reachDatabase(): Promise<void> {
  await db.select({ name: librarySettings.name }).from(librarySettings).limit(1);
}
