import { existsSync, readFileSync, rmSync } from 'node:fs';
import { assertMadeForHere, bundledFor } from './bundled.mjs';
import { assertMemory, explained, installing } from './memory-needs.mjs';
import { nodeToCome } from './node.mjs';
import { npm } from './npm.mjs';
import { missingPackages } from './packages.mjs';
import { inProject } from './project.mjs';
import { Failure } from './run.mjs';
import { withLock } from './with-lock.mjs';

const npmsList = 'node_modules/.package-lock.json';

/**
 * Installs the packages of package-lock.json unless they are there: all of them, or with `toServe` what serves pages
 * that are built. A bundle has all that it needs. Throws `Failure`.
 */
export async function installMissing({ toServe = false } = {}) {
  const made = bundledFor();
  if (made) return assertMadeForHere(made);
  if (missing(toServe).length === 0) return;
  const node = nodeToCome(lockedPackages());
  await withLock('installing', async () => {
    if (missing(toServe).length === 0) return;
    console.log('Installing what is missing (once; about a minute) …');
    await install(toServe, node);
  });
}

/**
 * Compared by content: the dates of files say nothing after a copy or a checkout. npm writes its own list of what
 * is in node_modules last of all, so that half an installation has none.
 */
const missing = (toServe) => missingPackages(lockedPackages(), packagesOf(npmsList), { toServe });

export const lockedPackages = () => packagesOf('package-lock.json');

function packagesOf(file) {
  const path = inProject(file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

async function install(toServe, node) {
  const free = assertMemory(installing);
  rmSync(inProject(npmsList), { force: true });
  const include = [toServe ? '--omit=dev' : '--include=dev', '--include=optional'];
  try {
    await npm([...npmCommand(), ...include, '--no-audit', '--no-fund', '--loglevel=error'], node);
  } catch (error) {
    throw shown(explained(error, installing, free));
  }
  assertComplete(toServe);
}

const shown = (error) =>
  error.report && !error.killed
    ? new Failure(error.code, `${error.report}\nThe packages could not be installed: see above.`)
    : error;

function assertComplete(toServe) {
  const [first, ...others] = missing(toServe).map((path) => path.replace(/.*node_modules\//, ''));
  if (!first) return;
  const left = others.length > 0 ? `${first} and ${others.length} more` : first;
  throw new Failure(
    1,
    `npm left out ${left}, without which nothing runs here: see that the network works, and run this again.`,
  );
}

/** `npm ci` begins by deleting node_modules, which Windows refuses while a program from there runs: this one. */
function npmCommand() {
  const runsFromThere = process.execPath.startsWith(inProject('node_modules'));
  return process.platform === 'win32' && runsFromThere ? ['install', '--no-save'] : ['ci'];
}
