// `npm run build`: builds the pages even if they are up to date, and shows all that Next says about them.
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { buildPages } from './steps/pages.mjs';
import { reportError } from './steps/run.mjs';

try {
  await installMissing();
  await buildPages(chooseNode());
} catch (error) {
  reportError(error);
}
