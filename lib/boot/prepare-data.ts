import { accessSync, closeSync, constants, existsSync, openSync, readSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { transaction } from '#db/client';
import { openConnections } from '#db/connections';
import { isDiskFull, reasonOf } from '#db/errors';
import { currentLocation, type DatabaseLocation } from '#db/location';
import { migrate } from '#db/migrate';
import { ensureIndex } from '#db/search/reindex';
import { finishRestore } from '#lib/backup/pending-restore';
import { makeOldFilesPrivate, makePrivateFiles } from '#lib/boot/private-files';
import { StartupError } from '#lib/boot/startup-error';
import { loadDemonstration } from '#lib/catalog/demonstration/load-demonstration';
import { begin } from '#lib/catalog/library-commands';
import { beginning } from '#lib/catalog/library-queries';
import { today } from '#lib/clock';
import { isNewDataDir, makeDataDir } from '#lib/data-dir';
import type { Settings } from '#lib/env';
import { generatePassword } from '#lib/session/seal/passwords';

type Print = (sentence: string) => void;

/**
 * Everything a library needs before it serves its first page: a data directory, a session password, a database of
 * this version and, in a new one, the demonstration. Throws `StartupError`, before anything is changed.
 */
export async function prepareData(settings: Settings, now: Date, print: Print): Promise<void> {
  const location = currentLocation();
  const { DATA_DIR } = settings;
  makePrivateFiles();
  assertWritable(DATA_DIR);
  if (await finishRestore(DATA_DIR)) print('The restore that was interrupted is complete.');
  if (location.dialect === 'sqlite') assertSqlite(location.file);
  makeOldFilesPrivate(DATA_DIR, location.dialect === 'sqlite' ? location.file : undefined);
  const isNew = isNewDataDir(DATA_DIR);
  await prepareDatabase(location, now, print);
  await withRoom(DATA_DIR, async () => {
    makeDataDir(DATA_DIR, isNew);
    if (!settings.SESSION_PASSWORD) generatePassword(DATA_DIR);
    await ensureIndex();
    await beginLibrary(settings, now, print);
  });
}

/** What comes after the migration is begun anew by the next start. */
async function withRoom(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw new StartupError(`No room is left for the library in ${folder}: free some, and start it again.`, {
      cause: error,
    });
  }
}

/** Looked at without making it: a start that is refused for another reason leaves nothing behind. */
function assertWritable(folder: string): void {
  try {
    accessSync(firstExisting(resolve(folder)), constants.W_OK | constants.X_OK);
  } catch {
    throw new StartupError(
      `The data directory ${folder} cannot be written: make it writable or set DATA_DIR to another folder.`,
    );
  }
}

const firstExisting = (folder: string): string =>
  existsSync(folder) ? folder : firstExisting(dirname(folder));

/** Looked at before SQLite opens it, which would create a file or leave a journal beside a foreign one. */
function assertSqlite(file: string): void {
  if (!existsSync(file)) return;
  const start = Buffer.alloc(16);
  let length: number;
  try {
    const descriptor = openSync(file, 'r+');
    length = readSync(descriptor, start, 0, 16, 0);
    closeSync(descriptor);
  } catch {
    throw new StartupError(
      `The database ${file} cannot be opened for writing: check who owns it, or set DATABASE_URL to another file.`,
    );
  }
  if (length === 0 || start.toString('latin1') === 'SQLite format 3\0') return;
  throw new StartupError(
    `${file} is not a SQLite database: move it away or set DATABASE_URL to another file.`,
  );
}

async function prepareDatabase(location: DatabaseLocation, now: Date, print: Print): Promise<void> {
  const outcome = await openAndMigrate(location, now);
  if (!outcome.ok) {
    throw new StartupError(
      'The database is from a newer version of LocalLibrary: update the program, or restore an older backup.',
    );
  }
  if (outcome.copiedTo) print(`Database brought up to date; the old one is kept in ${outcome.copiedTo}.`);
}

async function openAndMigrate(location: DatabaseLocation, now: Date) {
  try {
    await openConnections();
    return await migrate({ now });
  } catch (error) {
    throw new StartupError(whyNot(location, error), { cause: error });
  }
}

function whyNot(location: DatabaseLocation, error: unknown): string {
  const reason = reasonOf(error);
  if (location.dialect === 'sqlite')
    return `The database ${location.file} could not be brought up to date, and is unchanged: ${reason}.`;
  const { host, pathname } = new URL(location.url);
  return `PostgreSQL at ${host}${pathname} could not be used: ${reason}; check that it runs and DATABASE_URL.`;
}

async function beginLibrary({ DEMO, TIME_ZONE }: Settings, now: Date, print: Print): Promise<void> {
  const loaded = await transaction(async (tx) => {
    if (await beginning(tx)) return false;
    if (DEMO === 'on' && (await loadDemonstration(tx, now, today(now, TIME_ZONE)))) return true;
    await begin(tx, 'empty');
    return false;
  });
  if (loaded) print('The demonstration library is loaded.');
}
