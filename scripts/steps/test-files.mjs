import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inProject, root } from './project.mjs';

const folders = ['app', 'bench', 'db', 'lib', 'scripts'];

/** What every test with a database imports, most of them through `db/testing/database.ts`. */
const databaseModule = inProject('db/testing/engine.ts');
const aloneModule = inProject('db/testing/alone.ts');

/**
 * The unit tests whose path contains one of `parts`, or all: those that import the test database, through whatever
 * they import, have to run in every dialect; the others run once. `alone` are some of those with a database.
 * @param {string[]} parts
 */
export function testFiles(parts = []) {
  const files = folders.flatMap(testsIn).filter((file) => parts.length === 0 || parts.some(isIn(file)));
  const withDatabase = files.filter((file) => usesDatabase(inProject(file)));
  return {
    withDatabase,
    withoutDatabase: files.filter((file) => !withDatabase.includes(file)),
    alone: withDatabase.filter((file) => reaches(aloneModule, inProject(file))),
  };
}

/** @param {string} file */
export const usesDatabase = (file) => reaches(databaseModule, file);

function testsIn(folder) {
  return readdirSync(inProject(folder), { recursive: true })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('.next'))
    .map((name) => slashed(join(folder, name)))
    .sort();
}

const slashed = (path) => path.replaceAll('\\', '/');

/** A path may be given as a shell completes it: `./lib/env.test.ts`, or from the root of the disk. */
const isIn = (file) => (part) => file.includes(slashed(existsSync(part) ? relative(root, part) : part));

/** Follows imports, those inside a text that is run as a module too: rather one file too many in both dialects. */
function reaches(target, file, seen = new Set()) {
  if (file === target) return true;
  seen.add(file);
  return importsOf(file).some((next) => !seen.has(next) && reaches(target, next, seen));
}

const imported = /\b(?:from|import)\s*\(?\s*['"]([#.][^'"]+)['"]/g;
const cache = new Map();

function importsOf(file) {
  if (!cache.has(file)) {
    const specifiers = [...readFileSync(file, 'utf8').matchAll(imported)].map(([, specifier]) => specifier);
    cache.set(
      file,
      specifiers.flatMap((specifier) => resolve(specifier, file)),
    );
  }
  return cache.get(file);
}

const { imports } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));

function resolve(specifier, from) {
  const path = specifier.startsWith('#') ? mapped(specifier) : join(dirname(from), specifier);
  return [path, `${path}.ts`, `${path}.tsx`].filter(isModule).slice(0, 1);
}

/** By the `imports` of package.json, such as `#lib/*`. */
function mapped(specifier) {
  for (const [pattern, target] of Object.entries(imports)) {
    const [start, end] = pattern.split('*');
    if (specifier.startsWith(start) && specifier.endsWith(end))
      return inProject(target.replace('*', specifier.slice(start.length, specifier.length - end.length)));
  }
  return specifier;
}

const isModule = (path) =>
  /\.(?:[cm]?[jt]s|tsx)$/.test(path) && Boolean(statSync(path, { throwIfNoEntry: false })?.isFile());
