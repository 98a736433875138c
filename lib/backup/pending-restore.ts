import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncPath } from '#db/new-file';

/** Where a restored library waits to take its place: on the same disk, so that renaming is enough. */
const folderName = '.restore';
const planName = 'plan.json';

const move = z.object({ from: z.string(), to: z.string(), keep: z.string() });

/** What stands where something is to stand is kept elsewhere. */
export type Move = z.infer<typeof move>;

export const stagingFolder = (dataDir: string) => join(dataDir, folderName);

/** Throws away what a restore left behind that died before it had everything. */
export async function beginStaging(dataDir: string): Promise<string> {
  const folder = stagingFolder(dataDir);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** From here on the restore takes place, if not now then at the next start. */
export async function planMoves(dataDir: string, moves: Move[]): Promise<void> {
  const plan = join(stagingFolder(dataDir), planName);
  await writeFile(`${plan}.partial`, JSON.stringify(moves), { mode: 0o600, flush: true });
  await rename(`${plan}.partial`, plan);
  syncPath(dirname(plan));
}

export const isPlanned = (dataDir: string): boolean => existsSync(join(stagingFolder(dataDir), planName));

/** Ends a restore that has everything it needs, however often it was interrupted. False where there is none. */
export async function finishRestore(dataDir: string): Promise<boolean> {
  const folder = stagingFolder(dataDir);
  const plan = join(folder, planName);
  if (!existsSync(plan)) return false;
  for (const step of z.array(move).parse(JSON.parse(readFileSync(plan, 'utf8')))) await take(step);
  await rm(plan);
  await rm(folder, { recursive: true, force: true });
  return true;
}

/** A database leaves with its log: beside another file it would be read as that one's. */
const beside = ['-wal', '-shm', '-journal', ''];

async function take({ from, to, keep }: Move): Promise<void> {
  if (!existsSync(from)) return;
  for (const end of beside) {
    if (!existsSync(to + end)) continue;
    await mkdir(dirname(keep), { recursive: true, mode: 0o700 });
    await rename(to + end, keep + end);
  }
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  syncPath(dirname(to));
}
