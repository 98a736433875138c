import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '#db/errors';
import { BackupError } from '#lib/backup/backup-error';
import { backupFolder, backupName } from '#lib/backup/nightly-backup';
import { restore } from '#lib/backup/restore';
import { type BackupSummary, writeBackup } from '#lib/backup/write-backup';
import type { CommandResult } from '#lib/cli/jobs';

type Options = { file: string | undefined; dataDir: string; now: Date };

/**
 * `backup [FILE] [--with-session-password]`: one archive of the whole library, made while people work; without a FILE
 * among the backups of the data directory. A file that is there is never overwritten. Code 1 with a sentence where none
 * was made.
 */
export const backupCommand = ({
  file,
  dataDir,
  now,
  zone,
  withPassword,
}: Options & { zone: string; withPassword: boolean }): Promise<CommandResult> =>
  inASentence(async () => {
    const target = file ?? join(backupFolder(dataDir), backupName(now, zone));
    if (existsSync(target)) throw new BackupError(`${target} is there already: name another file.`);
    const summary = await writeBackup({ file: target, dataDir, now, withPassword });
    return `Made ${target}: ${contents(summary)}.`;
  });

/**
 * `restore FILE [--data-dir DIR]`: makes the library what the archive holds, all or nothing, and says where what was
 * there is kept. The library must not run. Code 1 with a sentence where nothing was changed.
 */
export const restoreCommand = ({ file, dataDir, now }: Options): Promise<CommandResult> =>
  inASentence(async () => {
    if (!file) throw new BackupError('Name the backup to restore: restore FILE.');
    const summary = await restore({ file, dataDir, now });
    const kept = summary.kept.map((path) => `\nWhat was there is kept in ${path}.`).join('');
    return `Restored the library of ${summary.takenAt}: ${contents(summary)}.${kept}`;
  });

const contents = ({ rows: { books, authors, copies }, files }: BackupSummary) =>
  `${books} books, ${authors} authors, ${copies} copies, ${files} other files`;

async function inASentence(work: () => Promise<string>): Promise<CommandResult> {
  try {
    return { message: await work(), code: 0 };
  } catch (error) {
    if (error instanceof BackupError) return { message: error.message, code: 1 };
    if (isFileTrouble(error)) return { message: `Nothing was written: ${reasonOf(error)}.`, code: 1 };
    throw error;
  }
}

/** A full disk, a folder that is not there or somebody else's: the system says which. */
const isFileTrouble = (error: unknown) => error instanceof Error && 'syscall' in error;
