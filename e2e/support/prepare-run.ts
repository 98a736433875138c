import { chooseNode } from '../../scripts/steps/node.mjs';
import { builtPages } from './built-pages.ts';
import { findBrowser } from './find-browser.ts';

/** What a run of Playwright needs, whoever starts it: a browser, which its workers read from E2E_BROWSER, and the pages. */
export default async function prepareRun(): Promise<void> {
  if (chooseNode() !== process.execPath) {
    throw new Error(
      `These tests need Node 24, and this is Node ${process.versions.node}: npx playwright test brings its own.`,
    );
  }
  process.env.E2E_BROWSER = await findBrowser();
  await builtPages();
}
