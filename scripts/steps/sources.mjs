import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.mjs';

const folders = ['app', 'lib', 'db', 'messages', 'public'];
const files = [
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/** Changes when anything changes that the built pages are made of. */
export function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of [...files, ...folders.flatMap(filesIn)].sort()) {
    if (!existsSync(inProject(file))) continue;
    const content = file === 'package-lock.json' ? lockedVersions() : readFileSync(inProject(file));
    hash.update(`${file.replaceAll('\\', '/')}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** The lockfile but for its form: each npm writes it a little differently, even when it only removes packages. */
function lockedVersions() {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  return JSON.stringify(Object.entries(packages).map(([path, { version }]) => [path, version]));
}

function filesIn(folder) {
  if (!existsSync(inProject(folder))) return [];
  return readdirSync(inProject(folder))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(inProject(path)).isDirectory() ? filesIn(path) : [path]))
    .filter((path) => !/\.test\.tsx?$/.test(path));
}
