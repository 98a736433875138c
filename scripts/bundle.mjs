// `npm run bundle`: a folder, and an archive of it, with all that serves a library and nothing that builds one.
import { rmSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { writeBundle } from './steps/bundle.mjs';
import { installMissing, lockedPackages } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { buildStalePages } from './steps/pages.mjs';
import { root } from './steps/project.mjs';
import { reportError, run } from './steps/run.mjs';

try {
  await installMissing();
  await buildStalePages(chooseNode());
  console.log('Copying what a library needs to run …');
  const folder = writeBundle(lockedPackages());
  await run('tar', ['-C', dirname(folder), '-czf', `${folder}.tar.gz`, basename(folder)]);
  rmSync(folder, { recursive: true });
  console.log(`${relative(root, folder)}.tar.gz is ready: docs/installation.md says how to install it.`);
} catch (error) {
  reportError(error);
}
