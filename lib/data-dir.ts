import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Nobody has put anything there: a folder that was in use stays as it is. */
export const isNewDataDir = (folder: string) => !existsSync(folder) || readdirSync(folder).length === 0;

/**
 * Makes a data directory, unless it is there. Members and the session password are one `git add .` away from a
 * repository where the folder lies inside it: a new one keeps out.
 */
export function makeDataDir(folder: string, isNew: boolean): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isNew) writeFileSync(join(folder, '.gitignore'), '*\n');
}
