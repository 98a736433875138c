import { engineTrouble } from '#db/integrity';
import { ownSchemaVersion, schemaVersion } from '#db/migrate';
import { withSnapshot } from '#db/snapshot';
import { brokenCounts } from '#lib/check/counted';
import { brokenColumns } from '#lib/check/made-columns';

/**
 * Everything that the database is trusted to hold, looked at row by row: the engine's own check, references, counts,
 * sort keys and what searches read. A sentence for each thing that is wrong; none where all is well.
 */
export async function checkLibrary(): Promise<string[]> {
  const otherVersion = await whyNotThisVersion();
  if (otherVersion) return [otherVersion];
  const trouble = await engineTrouble();
  if (trouble.length > 0) return trouble;
  return [...(await brokenCounts()), ...(await withSnapshot(brokenColumns))];
}

/** Undefined where the database is of this program's version; else a sentence. */
export async function whyNotThisVersion(): Promise<string | undefined> {
  const held = await schemaVersion();
  const own = ownSchemaVersion();
  if (held.number === own.number) return undefined;
  if (held.number === 0) return 'There is no library in this database yet: start the program once first.';
  if (held.number > own.number)
    return 'The database is from a newer version of LocalLibrary: update the program first.';
  return `The database has the schema ${held.name}, this program ${own.name}: start it once first.`;
}
