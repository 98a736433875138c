// `npm run test:e2e [-- files, options of Playwright]`: what people and programs do, against the built pages.
import { runEndToEndTests } from './steps/end-to-end-tests.mjs';
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { reportError } from './steps/run.mjs';

try {
  await installMissing();
  await runEndToEndTests(chooseNode(), process.argv.slice(2));
} catch (error) {
  reportError(error);
}
