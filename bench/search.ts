import { parseArgs } from 'node:util';
import { usualFolder } from '#lib/import/readers/sources';
import { enginesOf, newDatabase, runForEach } from './engines.ts';
import { hasRealData } from './real-data.ts';
import { wholeNumber } from './whole-number.ts';

const options = {
  engine: { type: 'string', default: 'both' },
  titles: { type: 'string', default: '82415' },
  rounds: { type: 'string', default: '5' },
  data: { type: 'string', default: usualFolder },
} as const;

/** How long search takes at the database, beside the same searches with LIKE: see README.md. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const { data, titles, rounds } = values;
  if (!hasRealData(data)) return;
  const [engine, another] = enginesOf(values.engine);
  if (!engine) return;
  const same = ['--data', data, '--titles', titles, '--rounds', rounds];
  if (another) return runForEach([engine, another], 'search', same);
  await using open = new AsyncDisposableStack();
  const where = await newDatabase(engine, open);
  // Only now the dialect is known, and what knows it may be loaded.
  const { measureSearch } = await import('./search-measure.ts');
  const { closeConnections } = await import('#db/connections');
  open.defer(closeConnections);
  await measureSearch({ where, data, titles: wholeNumber(titles), rounds: wholeNumber(rounds) });
}
