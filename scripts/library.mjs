// `npm run library -- <command>`: the command line of the library. Any Node from 18 on runs this.
import { existsSync } from 'node:fs';
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { inProject } from './steps/project.mjs';
import { reportError, run } from './steps/run.mjs';

try {
  await installMissing({ toServe: true });
  const settings = existsSync(inProject('.env')) ? ['--env-file=.env'] : [];
  await run(chooseNode(), [...settings, 'scripts/library.ts', ...process.argv.slice(2)]);
} catch (error) {
  reportError(error);
}
