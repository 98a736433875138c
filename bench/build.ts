import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const floor = join(root, 'bench/floor');

export const ensureLibrary = () => ensureBuilt(root, ['app', 'lib', 'db', 'messages', 'next.config.mjs']);
export const ensureFloor = () => ensureBuilt(floor, ['app', 'next.config.mjs']);

export const installedNext = () => versionIn(join(root, 'node_modules/next/package.json'));

/** Builds for production, unless that was done with the Next that is installed and nothing has changed since. */
async function ensureBuilt(application: string, sources: string[]): Promise<void> {
  const built = versionIn(join(application, '.next/diagnostics/framework.json'));
  const changed = Math.max(...sources.map((source) => lastChange(join(application, source))));
  if (built === installedNext() && changed < lastChange(join(application, '.next/BUILD_ID'))) return;
  console.log(`Building ${application} …`);
  const compiler = join(root, 'node_modules/next/dist/bin/next');
  const build = spawn(process.execPath, [compiler, 'build', application], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error(`${application} could not be built.`);
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
