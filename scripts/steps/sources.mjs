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
    const content = readFileSync(inProject(file));
    hash.update(`${file.replaceAll('\\', '/')}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(folder) {
  if (!existsSync(inProject(folder))) return [];
  return readdirSync(inProject(folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => !/\.test\.tsx?$/.test(path) && statSync(inProject(path)).isFile());
}
