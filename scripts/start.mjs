// `npm start` and `npm run dev`: does what is missing, then becomes the server. Any Node from 18 on runs this.
import { existsSync } from 'node:fs';
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { arePagesBuilt, buildStalePages } from './steps/pages.mjs';
import { inProject } from './steps/project.mjs';
import { reportError, run } from './steps/run.mjs';
import { serverFlags } from './steps/server.mjs';

const development = process.argv.includes('--dev');

try {
  await installMissing({ toServe: !development && arePagesBuilt() });
  const node = chooseNode();
  if (!development) await buildStalePages(node);
  const settings = existsSync(inProject('.env')) ? ['--env-file=.env'] : [];
  await run(node, [...(development ? [] : serverFlags), ...settings, 'server.ts', ...process.argv.slice(2)], {
    NODE_ENV: development ? 'development' : 'production',
  });
} catch (error) {
  reportError(error);
}
