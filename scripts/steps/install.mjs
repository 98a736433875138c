import { existsSync, readFileSync } from 'node:fs';
import { alone } from './alone.mjs';
import { inProject } from './project.mjs';
import { Failure, runQuietly } from './run.mjs';

/** Installs the packages of package-lock.json unless they are there. Throws `Failure`. */
export async function installMissing() {
  if (isInstalled()) return;
  await alone('installing', async () => {
    if (isInstalled()) return;
    console.log('Installing what is missing (once; about a minute) …');
    await install();
  });
}

/**
 * Compared by content: the dates of files say nothing after a copy or a checkout. npm writes its own list of what
 * is in node_modules last of all, so that half an installation has none.
 */
function isInstalled() {
  const present = packagesOf('node_modules/.package-lock.json');
  const wanted = Object.entries(packagesOf('package-lock.json'));
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

function packagesOf(file) {
  const path = inProject(file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

async function install() {
  try {
    await npm([...npmCommand(), '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  } catch (error) {
    if (!error.report) throw error;
    throw new Failure(error.code, `${error.report}\nThe packages could not be installed: see above.`);
  }
}

/** `npm ci` begins by deleting node_modules, which Windows refuses while a program from there runs: this one. */
function npmCommand() {
  const runsFromThere = process.execPath.startsWith(inProject('node_modules'));
  return process.platform === 'win32' && runsFromThere ? ['install', '--no-save'] : ['ci'];
}

/** The npm that started us, with the Node it runs on; else the one on the PATH. */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('.js')) return runQuietly(node ?? process.execPath, [script, ...args]);
  if (process.platform !== 'win32') return runQuietly('npm', args);
  return runQuietly('cmd.exe', ['/d', '/s', '/c', ['npm', ...args].join(' ')]);
}
