import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type DatedBackup, keptBackups } from '#lib/backup/retention';
import { writeBackup } from '#lib/backup/write-backup';
import { today } from '#lib/clock';

type Options = { dataDir: string; zone: string; now: Date; signal?: AbortSignal };

const ours = /^library-(\d{4}-\d\d-\d\d)(?:T\d{6}Z)?\.tar\.gz$/;

export const backupFolder = (dataDir: string) => join(dataDir, 'backups');

/** The name of a backup that is made by hand or at night: the day where the library is, and the moment. */
export function backupName(now: Date, zone: string): string {
  const time = now.toISOString().slice(11, 19).replaceAll(':', '');
  return `library-${today(now, zone)}T${time}Z.tar.gz`;
}

/** Makes a backup in the data directory and lets go of those that are too many. Others' files there are left alone. */
export async function nightlyBackup({ dataDir, zone, now, signal }: Options): Promise<string> {
  const folder = backupFolder(dataDir);
  const file = join(folder, backupName(now, zone));
  await writeBackup({ file, dataDir, now, ...(signal && { signal }) });
  const removed = await letGo(folder);
  const { size } = await stat(file);
  const kept = removed === 0 ? '' : ` and removed ${removed} older`;
  return `Made ${file} (${(size / 1e6).toFixed(1)} MB)${kept}.`;
}

/** Also what a process that died left half written: no other of ours writes there now. */
async function letGo(folder: string): Promise<number> {
  const names = await readdir(folder);
  const dated = names.flatMap((name): DatedBackup[] => {
    const day = ours.exec(name)?.[1];
    return day ? [{ name, day }] : [];
  });
  const kept = keptBackups(dated);
  const surplus = dated.filter(({ name }) => !kept.has(name));
  const halves = names.filter(
    (name) => ours.test(name.replace(/\.partial$/, '')) && name.endsWith('.partial'),
  );
  for (const name of [...surplus.map(({ name }) => name), ...halves])
    await rm(join(folder, name), { force: true });
  return surplus.length;
}
