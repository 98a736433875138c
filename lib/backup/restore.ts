import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Transaction, transaction } from '#db/client';
import { openConnections } from '#db/connections';
import type { DumpTable } from '#db/dump-tables';
import { reasonOf } from '#db/errors';
import { loadRows, setLastId } from '#db/load-rows';
import { currentLocation, type DatabaseLocation } from '#db/location';
import { applyMigrations, isEmptyDatabase } from '#db/migrate';
import { settleFile, writeNewFile } from '#db/new-file';
import { fillIndex, pauseIndex } from '#db/search/reindex';
import { BackupError } from '#lib/backup/backup-error';
import {
  beginStaging,
  finishRestore,
  isPlanned,
  type Move,
  planMoves,
  stagingFolder,
} from '#lib/backup/pending-restore';
import type { Backup } from '#lib/backup/read-backup';
import { readBackup } from '#lib/backup/read-backup';
import { type BackupSummary, summaryOf } from '#lib/backup/write-backup';
import { isNewDataDir, makeDataDir } from '#lib/data-dir';
import { forgetOpenRuns } from '#lib/jobs/lease';

export type RestoreOptions = { file: string; dataDir: string; now: Date };

/** `kept`: where the files are now that stood where restored ones stand. */
export type RestoreSummary = BackupSummary & { takenAt: string; kept: string[] };

/**
 * Makes the library of `DATABASE_URL` and `dataDir` what the archive holds, all or nothing. The archive is read to its
 * end before anything is touched. On SQLite what was there is kept in `backups/`; a PostgreSQL database must be empty.
 * Throws `BackupError`. What was begun and interrupted has no effect, or is ended by `finishRestore`.
 */
export async function restore({ file, now, ...options }: RestoreOptions): Promise<RestoreSummary> {
  const dataDir = resolve(options.dataDir);
  const backup = await readBackup(file);
  const location = currentLocation();
  await assertUsable(location);
  await finishRestore(dataDir);
  const isNew = isNewDataDir(dataDir);
  const staging = await beginStaging(dataDir);
  const keptIn = join(dataDir, 'backups', `before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`);
  const target = { file, dataDir, keptIn, backup };
  const moves = await stage(location, target).catch(async (error) => {
    if (!isPlanned(dataDir)) await rm(staging, { recursive: true, force: true });
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${file} could not be restored, and nothing was changed: ${reasonOf(error)}.`, {
      cause: error,
    });
  });
  await finishRestore(dataDir);
  makeDataDir(dataDir, isNew);
  const kept = moves.map(({ keep }) => keep).filter((path) => existsSync(path));
  return { ...summaryOf(file, backup.manifest), takenAt: backup.head.takenAt, kept };
}

const stage = (location: DatabaseLocation, target: Target): Promise<Move[]> =>
  location.dialect === 'sqlite' ? stageFile(resolve(location.file), target) : fillServer(target);

async function assertUsable(location: DatabaseLocation): Promise<void> {
  if (location.dialect === 'sqlite') return assertUnused(location.file);
  await openConnections();
  if (await isEmptyDatabase()) return;
  const { host, pathname } = new URL(location.url);
  throw new BackupError(
    `The database ${host}${pathname} is not empty: create a new one and set DATABASE_URL to it.`,
  );
}

type Target = { file: string; dataDir: string; keptIn: string; backup: Backup };

/** A rename does not lead to another disk: a database outside the data directory is staged and kept beside itself. */
async function stageFile(database: string, target: Target): Promise<Move[]> {
  const { dataDir, keptIn } = target;
  const isInside = dirname(database) === dataDir;
  const from = isInside ? join(stagingFolder(dataDir), 'database') : `${database}.restoring`;
  const keep = isInside ? join(keptIn, basename(database)) : `${database}.${basename(keptIn)}`;
  await mkdir(dirname(database), { recursive: true, mode: 0o700 });
  await rm(from, { force: true });
  await writeNewFile(from, (tx) => load(tx, target));
  assertUnused(database);
  const moves = [{ from, to: database, keep }, ...(await fileMoves(target))];
  await planMoves(dataDir, moves);
  return moves;
}

function assertUnused(database: string): void {
  if (existsSync(database) && !settleFile(database))
    throw new BackupError(`${database} is in use: stop the library first.`);
}

const fillServer = (target: Target): Promise<Move[]> =>
  transaction(async (tx) => {
    await load(tx, target);
    const moves = await fileMoves(target);
    await planMoves(target.dataDir, moves);
    return moves;
  });

/** Rows arrive in the schema that they were written in, which is then brought up to date. */
async function load(tx: Transaction, { file, dataDir, backup }: Target): Promise<void> {
  const { head, manifest } = backup;
  await applyMigrations(tx, head.schema.number);
  await pauseIndex(tx);
  await readBackup(file, {
    rows: (table, rows) => loadRows(tx, table, rows),
    file: (path, body) => writeStaged(join(stagingFolder(dataDir), 'files', path), body),
  });
  for (const table of head.tables)
    await setLastId(tx, table as DumpTable, manifest.tables[table.name]?.lastId ?? 0);
  const migrated = await applyMigrations(tx);
  await forgetOpenRuns(tx);
  // A later schema has words that the rows came without.
  await fillIndex(tx, migrated > 0);
}

async function writeStaged(path: string, body: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(body, createWriteStream(path, { mode: 0o600, flush: true }));
}

/** Each file and folder of the data directory's top takes the place of its namesake. */
async function fileMoves({ dataDir, keptIn }: Target): Promise<Move[]> {
  const folder = join(stagingFolder(dataDir), 'files');
  if (!existsSync(folder)) return [];
  const names = await readdir(folder);
  return names.map((name) => ({
    from: join(folder, name),
    to: join(dataDir, name),
    keep: join(keptIn, name),
  }));
}
