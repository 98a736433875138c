import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundledFor } from './bundled.mjs';
import { assertMemory, building, explained, thriftyEnvironment } from './memory-needs.mjs';
import { inProject } from './project.mjs';
import { Failure, run, runQuietly } from './run.mjs';
import { sourcesHash } from './sources.mjs';
import { withLock } from './with-lock.mjs';

const builtFrom = inProject('.next/sources-hash');

/** Builds the pages if they are missing or older than the sources. Throws `Failure`. */
export async function buildStalePages(node) {
  if (arePagesBuilt()) return;
  await withLock('building the pages', async () => {
    if (arePagesBuilt()) return;
    console.log('Building the pages (once; about half a minute) …');
    await build(node, quietly);
  });
}

/** Builds the pages and shows what Next says. Throws `Failure`. */
export const buildPages = (node) => withLock('building the pages', () => build(node, run));

/** Whether there are pages, built from the sources as they are now. A bundle has no sources of pages. */
export function arePagesBuilt() {
  if (bundledFor()) return true;
  if (!existsSync(inProject('.next/BUILD_ID')) || !existsSync(builtFrom)) return false;
  return readFileSync(builtFrom, 'utf8') === sourcesHash();
}

/** The hash is taken before: what changes during the build is built next time. A build that fails leaves none. */
async function build(node, how) {
  const free = assertMemory(building);
  const hash = sourcesHash();
  rmSync(builtFrom, { force: true });
  try {
    const environment = { ...thriftyEnvironment, ...process.env, NODE_ENV: 'production' };
    await how(node, [inProject('node_modules/next/dist/bin/next'), 'build'], environment);
  } catch (error) {
    throw explained(error, building, free);
  }
  writeFileSync(builtFrom, hash);
}

async function quietly(...command) {
  try {
    await runQuietly(...command);
  } catch (error) {
    if (!error.report) throw error;
    throw new Failure(error.code, `${error.report}\nThe pages could not be built: see above.`, error.killed);
  }
}
