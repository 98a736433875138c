// `npm run test:http [-- files, options of node:test]`: what programs ask the library, without a browser.
import { runHttpTests } from './steps/end-to-end-tests.mjs';
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { reportError } from './steps/run.mjs';

try {
  await installMissing();
  await runHttpTests(chooseNode(), process.argv.slice(2));
} catch (error) {
  reportError(error);
}
