// `npm run test:unit [-- sqlite | postgresql] [-- files …]`: the unit tests, in both SQL dialects or in one.
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { complain } from './steps/run.mjs';
import { dialects, runUnitTests } from './steps/unit-tests.mjs';

const args = process.argv.slice(2);
const chosen = dialects.filter((dialect) => args.includes(dialect));
const files = args.filter((argument) => !dialects.includes(argument));

try {
  await installMissing();
  const node = chooseNode();
  for (const dialect of chosen.length > 0 ? chosen : dialects) {
    console.log(`Unit tests, ${dialect}`);
    await runUnitTests(node, dialect, files);
  }
} catch (error) {
  complain(error);
}
