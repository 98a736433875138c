// `npm run db:generate -- --name <what-changes>`: writes the migrations of a changed schema, one for each dialect.
import { installMissing } from './steps/install.mjs';
import { chooseNode } from './steps/node.mjs';
import { inProject } from './steps/project.mjs';
import { reportError, run } from './steps/run.mjs';

const addresses = { sqlite: 'file:./data/library.db', postgresql: 'postgres://localhost/library' };

try {
  await installMissing();
  const node = chooseNode();
  for (const [dialect, DATABASE_URL] of Object.entries(addresses)) {
    console.log(`Migrations for ${dialect}`);
    const generate = [inProject('node_modules/drizzle-kit/bin.cjs'), 'generate', ...process.argv.slice(2)];
    await run(node, generate, { DATABASE_URL });
  }
} catch (error) {
  reportError(error);
}
