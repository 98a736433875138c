import { inProject } from './project.mjs';
import { run } from './run.mjs';

const isHttpTest = (argument) => /\.test\.ts$|(^|[/\\])e2e[/\\]http\b/.test(argument);

/** In a browser, then without one; with arguments, only what they are for. Throws `Failure`. */
export async function runEndToEndTests(node, args = []) {
  const http = args.filter(isHttpTest);
  const browser = args.filter((argument) => !isHttpTest(argument));
  if (args.length === 0 || browser.length > 0) await runBrowserTests(node, browser);
  if (args.length === 0 || http.length > 0) await runHttpTests(node, http);
}

/** Playwright sees for itself to the pages and the browser. Throws `Failure`. */
const runBrowserTests = (node, args) =>
  run(node, [inProject('node_modules/@playwright/test/cli.js'), 'test', ...args]);

/** All the files ask one library, which builds its pages if need be. Throws `Failure`. */
export async function runHttpTests(node, args = []) {
  const files = args.some(isHttpTest) ? [] : ['e2e/http/**/*.test.ts'];
  const options = [
    '--test-global-setup=e2e/support/shared-library.ts',
    '--test-concurrency=2',
    '--test-timeout=120000',
  ];
  await run(node, ['--test', ...options, ...args, ...files]);
}
