// `npm run test:unit [-- sqlite | postgresql] [parts of paths] [flags of node --test]`: the unit tests.
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { reportError } from './steps/run.mjs';
import { dialects, runUnitTests, unitTestRuns } from './steps/unit-tests.mjs';

const args = process.argv.slice(2);
const chosen = dialects.filter((dialect) => args.includes(dialect));
const flags = args.filter((argument) => argument.startsWith('-'));
const parts = args.filter((argument) => !dialects.includes(argument) && !flags.includes(argument));

try {
  await installMissing();
  const node = chooseNode();
  for (const tests of unitTestRuns(chosen.length > 0 ? chosen : dialects, parts)) {
    console.log(tests.name);
    await runUnitTests(node, tests, flags);
  }
} catch (error) {
  reportError(error);
}
