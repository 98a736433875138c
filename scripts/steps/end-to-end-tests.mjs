import { inProject } from './project.mjs';
import { ask, run } from './run.mjs';

/** Throws `Failure`. */
export async function runEndToEndTests(node, args = []) {
  const browser = await ask(node, ['e2e/browser.ts']);
  await run(node, [inProject('node_modules/@playwright/test/cli.js'), 'test', ...args], {
    E2E_BROWSER: browser,
  });
}
