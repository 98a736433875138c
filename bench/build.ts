import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildStalePages } from '../scripts/steps/pages.mjs';

export const root = join(import.meta.dirname, '..');
const floor = join(root, 'bench/floor');

export const ensureLibrary = () => buildStalePages(process.execPath);

export const installedNext = () => versionIn(join(root, 'node_modules/next/package.json'));

/** Builds the floor for production, unless that was done with the Next that is installed and nothing has changed since. */
export async function ensureFloor(): Promise<void> {
  const built = versionIn(join(floor, '.next/diagnostics/framework.json'));
  const changed = Math.max(...['app', 'next.config.mjs'].map((source) => lastChange(join(floor, source))));
  if (built === installedNext() && changed < lastChange(join(floor, '.next/BUILD_ID'))) return;
  console.log('Building the floor …');
  const compiler = join(root, 'node_modules/next/dist/bin/next');
  const build = spawn(process.execPath, [compiler, 'build', floor], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error('The floor could not be built.');
}

function versionIn(file: string): string | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/** Of a file, or of any file in a folder, in milliseconds; 0 for none. */
function lastChange(path: string): number {
  const changed = statSync(path, { throwIfNoEntry: false });
  if (!changed?.isDirectory()) return changed?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}
