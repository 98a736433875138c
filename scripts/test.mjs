// `npm test`: everything that a release must pass, in the order of what fails fastest.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from './steps/audit.mjs';
import { runEndToEndTests } from './steps/end-to-end-tests.mjs';
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { buildStalePages } from './steps/pages.mjs';
import { inProject } from './steps/project.mjs';
import { ask, reportError, run, runQuietly } from './steps/run.mjs';
import { skippedEverywhere } from './steps/skipped-tests.mjs';
import { secondsSince, timed, together } from './steps/timed.mjs';
import { reportTo, runUnitTests, unitTestRuns } from './steps/unit-tests.mjs';

const installed = (script) => inProject('node_modules', script);

// Biome colors its words letter by letter where CI is set, terminal or not.
const colors = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`;

const reports = mkdtempSync(join(tmpdir(), 'local-library-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

try {
  await installMissing();
  const node = chooseNode();
  const started = Date.now();
  await together([
    () => timed('A browser for the end-to-end tests', () => findBrowser(node)),
    () => timed('Format and lint', () => lint(node)),
    () => timed('Types', () => checkTypes(node)),
    () => timed('Secrets, licences, pinned packages', audit),
  ]);
  for (const tests of unitTestRuns())
    await timed(tests.name, () => runUnitTests(node, tests, reportTo(join(reports, tests.name))));
  await timed('Build', () => buildStalePages(node));
  await timed('Tests of scripts', () => run(node, ['--test', 'scripts/**/*.test.mjs']));
  await timed('End-to-end tests', () => runEndToEndTests(node));
  console.log(summary(secondsSince(started)));
} catch (error) {
  reportError(error);
}

/** Looked for first: nobody should wait for ten minutes to hear that there is none. */
async function findBrowser(node) {
  process.env.E2E_BROWSER = await ask(node, ['e2e/support/find-browser.ts']);
}

function lint(node) {
  return runQuietly(node, [installed('@biomejs/biome/bin/biome'), 'ci', colors, '.']);
}

async function checkTypes(node) {
  await runQuietly(node, [installed('next/dist/bin/next'), 'typegen']);
  await runQuietly(node, [installed('typescript/bin/tsc'), '--noEmit']);
}

function summary(duration) {
  const left = notRun();
  if (left.length === 0) return `\nEverything passed in ${duration}.`;
  return [`\nPassed in ${duration}. Not run:`, ...left].join('\n- ');
}

/** Playwright says itself what it skipped. */
function notRun() {
  const skipped = skippedEverywhere(
    readdirSync(reports).map((name) => readFileSync(join(reports, name), 'utf8')),
  );
  const server = process.env.TEST_DATABASE_URL
    ? []
    : [
        'a PostgreSQL server: its dialect was tested embedded (TEST_DATABASE_URL=postgres://… names a server)',
      ];
  return [
    ...server,
    ...[...skipped].map(([reason, count]) => `${count} unit tests or groups of them: ${reason}`),
  ];
}
