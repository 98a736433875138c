import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** From here on whatever this process makes is its owner's alone: members, their loans, sessions, copies of them. */
export const makePrivateFiles = () => process.umask(0o077);

/** The same for what an earlier version made that every account of the machine could read. */
export function makeOldFilesPrivate(dataDir: string, databaseFile: string | undefined): void {
  const backups = join(dataDir, 'backups');
  const databases = databaseFile ? ['', '-wal', '-shm', '-journal'].map((end) => databaseFile + end) : [];
  const copies = existsSync(backups) ? readdirSync(backups).map((name) => join(backups, name)) : [];
  for (const path of [
    ...databases,
    join(dataDir, 'session-password'),
    join(dataDir, 'sessions'),
    backups,
    ...copies,
  ])
    makePrivate(path);
}

function makePrivate(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || !(found.mode & 0o077)) return;
  try {
    chmodSync(path, found.isDirectory() ? 0o700 : 0o600);
  } catch {
    // Whose file it is has decided otherwise; it may still be written.
  }
}
