import { parseArgs } from 'node:util';
import { isSought } from '#lib/import/match/same-work';
import type { RealRecord } from '#lib/import/normalise/record';
import { recordsFrom, usualFolder } from '#lib/import/readers/sources';
import { enginesOf, newDatabase, runForEach } from './engines.ts';
import { seconds, written } from './figures.ts';
import { plainSearches } from './plain-search.ts';
import { randomQueries } from './quality-classes.ts';
import { type Query, qualityQueries, unanswerable } from './quality-queries.ts';
import { goalsMet, printClasses, printQuality } from './quality-report.ts';
import { hasRealData } from './real-data.ts';
import { wholeNumber } from './whole-number.ts';

const options = {
  engine: { type: 'string', default: 'both' },
  data: { type: 'string', default: usualFolder },
  'per-class': { type: 'string', default: '400' },
} as const;

/** Whether readers find what they look for among real records: see README.md. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  if (!hasRealData(values.data)) return;
  const [engine, another] = enginesOf(values.engine);
  if (!engine) return;
  if (another)
    return runForEach([engine, another], 'search-quality', [
      '--data',
      values.data,
      '--per-class',
      values['per-class'],
    ]);
  await using open = new AsyncDisposableStack();
  const where = await newDatabase(engine, open);
  const records: RealRecord[] = [];
  for await (const record of recordsFrom(values.data, ['gutenberg', 'goodbooks', 'multilingual']))
    records.push(record);
  assertAnswerable(records);
  await measure(where, records, { open, perClass: wholeNumber(values['per-class']) });
}

function assertAnswerable(records: RealRecord[]): void {
  const queries = Object.values(qualityQueries()).flat();
  const missing = unanswerable(queries, records);
  if (missing.length === 0) return;
  throw new Error(`No record answers ${missing.map(({ q }) => `“${q}”`).join(', ')}: the queries are wrong.`);
}

/** Only now the dialect is known, and what knows it may be loaded. */
type Options = { open: AsyncDisposableStack; perClass: number };

async function measure(where: string, records: RealRecord[], { open, perClass }: Options): Promise<void> {
  const { migrate } = await import('#db/migrate');
  const { closeConnections } = await import('#db/connections');
  const { loadRealRecords } = await import('#lib/import/apply/load');
  const { answered } = await import('./answers.ts');
  const { searched } = await import('./search-subject.ts');
  open.defer(closeConnections);
  const now = new Date();
  await migrate({ now });
  const began = performance.now();
  const titles = await loadRealRecords(records, now);
  console.log(`\n${where}: ${written(titles)} titles loaded in ${seconds(performance.now() - began)}.`);
  // A library has read its words soon after it started.
  await searched('zzyzx wwwqq');
  const answers = await answered(qualityQueries());
  printQuality(answers);
  if (!goalsMet(answers)) process.exitCode = 1;
  if (!(await measureClasses(records, perClass))) process.exitCode = 1;
}

/** Queries that nobody chose, beside what a database answers by itself. */
async function measureClasses(records: RealRecord[], perClass: number): Promise<boolean> {
  const { answered } = await import('./answers.ts');
  const plain = plainSearches(records);
  const rows = [];
  for (const [name, queries] of Object.entries(randomQueries(records, perClass))) {
    const began = performance.now();
    const answers = await answered({ [name]: queries });
    rows.push({
      name,
      answers,
      milliseconds: (performance.now() - began) / queries.length,
      plain: sharesOf(plain, queries),
    });
  }
  return printClasses(rows);
}

/** `LIKE` reads every title for every query: so many of a class say enough. */
const plainQueries = 60;

const sharesOf = (plain: ReturnType<typeof plainSearches>, all: Query[]) => {
  const queries = all.slice(0, plainQueries);
  return Object.fromEntries(
    Object.entries(plain).map(([name, { search }]) => {
      const right = queries.filter((query) =>
        search(query.q)
          .slice(0, 3)
          .some((book) => isSought(book, query)),
      );
      return [name, right.length / queries.length];
    }),
  );
};
