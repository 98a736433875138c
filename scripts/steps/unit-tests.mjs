import { run } from './run.mjs';

export const dialects = ['sqlite', 'postgresql'];

const everywhere = ['lib/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts', 'bench/**/*.test.ts'];

/** PostgreSQL is embedded, unless TEST_DATABASE_URL names a server. Throws `Failure`. */
export function runUnitTests(node, dialect, files = []) {
  const chosen = files.length > 0 ? files : everywhere;
  return run(node, ['--test', '--import', './db/testing/database.ts', ...chosen], { TEST_DIALECT: dialect });
}
