import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformName } from './bundled.mjs';
import { nodeProgram } from './node.mjs';
import { neededPackages, thisPlatform } from './packages.mjs';
import { inProject } from './project.mjs';

const sources = [
  'server.ts',
  'next.config.mjs',
  '.env.example',
  'docs/installation.md',
  'db',
  'lib',
  'messages',
  'public',
  'scripts/start.mjs',
  'scripts/library.mjs',
  'scripts/library.ts',
  'scripts/steps',
];

/** What Next writes beside the pages: its cache, and what tells about the build. */
const besidePages = new Set(['cache', 'build', 'dev', 'diagnostics', 'types', 'trace', 'trace-build']);

/** What only compilers and people read, and the compiler, which is larger than all that it has built. */
const unread = [
  /\.map$/,
  /\.d\.[cm]?ts$/,
  /\.test\.m?tsx?$/,
  /\/db\/testing$/,
  /node_modules\/next\/dist\/(?:esm|docs)$/,
  /node_modules\/@next\/swc-[\w-]+$/,
  /node_modules\/node-\w+-\w+\/(?:include|share)$/,
];

/** Copies what a library with built pages needs into a new folder in `parent`. Returns its path. */
export function writeBundle(packages, parent = inProject('bundle')) {
  const { scripts, devDependencies, optionalDependencies, ...manifest } = readManifest();
  const platform = platformName(thisPlatform());
  const folder = join(parent, `${manifest.name}-${manifest.version}-${platform}`);
  rmSync(folder, { recursive: true, force: true });
  const served = topmost(neededPackages(packages, { toServe: true }));
  for (const path of [...sources, ...pages(), ...served]) copy(path, folder);
  const runs = { start: scripts.start, library: scripts.library };
  writeJson(join(folder, 'package.json'), { ...manifest, scripts: runs, bundledFor: platform });
  if (process.platform !== 'win32') writeFileSync(join(folder, 'start'), launcher, { mode: 0o755 });
  return folder;
}

const readManifest = () => JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const writeJson = (path, content) => writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);

const pages = () =>
  readdirSync(inProject('.next'))
    .filter((name) => !besidePages.has(name))
    .map((name) => join('.next', name));

/** A package inside another one is copied with it. */
const topmost = (paths) => paths.filter((path) => path.lastIndexOf('node_modules/') === 0);

function copy(path, folder) {
  if (!existsSync(inProject(path))) return;
  const filter = (source) => !unread.some((pattern) => pattern.test(source.replaceAll('\\', '/')));
  cpSync(inProject(path), join(folder, path), { recursive: true, verbatimSymlinks: true, filter });
}

/** For a machine without any Node. */
const launcher = `#!/bin/sh
# Starts the library with the Node of this folder.
cd "$(dirname "$0")" && exec ${nodeProgram} scripts/start.mjs "$@"
`;
