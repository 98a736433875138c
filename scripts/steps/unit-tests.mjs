import { availableParallelism } from 'node:os';
import { inProject } from './project.mjs';
import { Failure, run } from './run.mjs';
import { testFiles } from './test-files.mjs';

export const dialects = ['sqlite', 'postgresql'];

const onServer = Boolean(process.env.TEST_DATABASE_URL);

/** A file has up to fourteen connections, and so has each process that it starts; a server has a hundred. */
const mostOnServer = 4;

/**
 * What is run one after the other: the tests without a database, and in each dialect the others. Throws `Failure` where
 * no test has one of `parts` in its path.
 * @param {string[]} chosen
 * @param {string[]} parts
 */
export function unitTestRuns(chosen = dialects, parts = []) {
  const { withDatabase, withoutDatabase, alone } = testFiles(parts);
  const inCompany = withDatabase.filter((file) => !alone.includes(file));
  const concurrency = availableParallelism();
  const runs = {
    sqlite: [{ name: 'Unit tests in SQLite', files: withDatabase, concurrency }],
    postgresql: onServer
      ? [
          {
            name: 'Unit tests on PostgreSQL',
            files: inCompany,
            concurrency: Math.min(concurrency, mostOnServer),
          },
          { name: 'Unit tests on PostgreSQL, one file at a time', files: alone, concurrency: 1 },
        ]
      : [{ name: 'Unit tests in the PostgreSQL dialect, embedded', files: withDatabase, concurrency }],
  };
  const planned = [
    { name: 'Unit tests without a database', dialect: 'none', files: withoutDatabase, concurrency },
    ...chosen.flatMap((dialect) => runs[dialect].map((run) => ({ dialect, ...run }))),
  ].filter(({ files }) => files.length > 0);
  if (planned.length === 0) throw new Failure(1, `No test has ${parts.join(' or ')} in its path.`);
  return planned;
}

/** Throws `Failure`. */
export function runUnitTests(node, { dialect, files, concurrency }, flags = []) {
  const args = ['--test', `--test-concurrency=${concurrency}`, ...setup(dialect, files), ...flags];
  return run(node, [...args, ...files], {
    TEST_DIALECT: dialect,
    NODE_COMPILE_CACHE: inProject('.next/cache/unit-tests'),
  });
}

function setup(dialect, files) {
  if (dialect === 'none') return importing('db/testing/drizzle-imports.ts', 'db/testing/environment.ts');
  const template = files.length > 1 ? ['--test-global-setup=./db/testing/template.ts'] : [];
  return [...importing('db/testing/drizzle-imports.ts', 'db/testing/database.ts'), ...template];
}

const importing = (...modules) => modules.flatMap((module) => ['--import', `./${module}`]);

/** For `runUnitTests`: what was skipped is also written to a file, for `skippedEverywhere`. */
export const reportTo = (file) => [
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/steps/skipped-tests.mjs',
  `--test-reporter-destination=${file}`,
];
