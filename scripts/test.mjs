// `npm test`: everything that a release must pass, in the order of what fails fastest.
import { runEndToEndTests } from './steps/end-to-end-tests.mjs';
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { buildStalePages } from './steps/pages.mjs';
import { inProject } from './steps/project.mjs';
import { complain, run, runQuietly } from './steps/run.mjs';
import { runUnitTests } from './steps/unit-tests.mjs';

const installed = (script) => inProject('node_modules', script);

// Biome colors its words letter by letter where CI is set, terminal or not.
const colors = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`;

const steps = {
  'Format and lint': (node) => run(node, [installed('@biomejs/biome/bin/biome'), 'ci', colors, '.']),
  Types: async (node) => {
    await runQuietly(node, [installed('next/dist/bin/next'), 'typegen']);
    await run(node, [installed('typescript/bin/tsc'), '--noEmit']);
  },
  'Unit tests in SQLite': (node) => runUnitTests(node, 'sqlite'),
  'Unit tests in the PostgreSQL dialect': (node) => runUnitTests(node, 'postgresql'),
  Build: buildStalePages,
  'End-to-end tests': (node) => runEndToEndTests(node),
};

try {
  await installMissing();
  const node = chooseNode();
  const started = Date.now();
  for (const [name, work] of Object.entries(steps)) await timed(name, () => work(node));
  console.log(`\nEverything passed in ${secondsSince(started)}.`);
} catch (error) {
  complain(error);
}

async function timed(name, work) {
  console.log(`\n=== ${name}`);
  const started = Date.now();
  try {
    await work();
    console.log(`=== ${name}: passed in ${secondsSince(started)}`);
  } catch (error) {
    console.log(`=== ${name}: failed after ${secondsSince(started)}`);
    throw error;
  }
}

function secondsSince(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
