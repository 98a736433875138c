// `npm run test:e2e [-- arguments of Playwright]`: what people do, in a real browser, against the built pages.
import { runEndToEndTests } from './steps/end-to-end-tests.mjs';
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { buildStalePages } from './steps/pages.mjs';
import { complain } from './steps/run.mjs';

try {
  await installMissing();
  const node = chooseNode();
  await buildStalePages(node);
  await runEndToEndTests(node, process.argv.slice(2));
} catch (error) {
  complain(error);
}
