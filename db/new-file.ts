import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Transaction } from '#db/client';
import { isBusy } from '#db/errors';
import { cachingStatements } from '#db/statement-cache';

/** Makes a SQLite database in a file that nobody uses yet: whole and on the disk when this resolves. */
export async function writeNewFile<Result>(
  file: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  closeSync(openSync(file, 'w', 0o600));
  const writer = new Sqlite(file);
  try {
    writer.pragma('journal_mode = MEMORY');
    writer.pragma('synchronous = OFF');
    writer.pragma('foreign_keys = ON');
    writer.exec('BEGIN');
    const result = await work(drizzle(cachingStatements(writer)) as unknown as Transaction);
    writer.exec('COMMIT');
    writer.pragma('journal_mode = DELETE');
    return result;
  } finally {
    writer.close();
    syncPath(file);
  }
}

/** What was written to a file, or which files a folder holds, is on the disk when this returns. */
export function syncPath(path: string): void {
  const isFolder = statSync(path).isDirectory();
  // Windows has no such thing for folders, and for files only where they are open for writing.
  if (isFolder && process.platform === 'win32') return;
  const descriptor = openSync(path, isFolder ? 'r' : 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Puts all of a SQLite database into its one file, without a log beside it. False where another process has it open;
 * one that is damaged stays as it is.
 */
export function settleFile(file: string): boolean {
  const writer = new Sqlite(file, { timeout: 0 });
  try {
    writer.pragma('journal_mode = DELETE');
    return true;
  } catch (error) {
    return !isBusy(error);
  } finally {
    writer.close();
  }
}
