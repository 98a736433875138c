import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureFloor, ensureLibrary } from './build.ts';
import { figureOf, printTable, withSpread, written } from './figures.ts';
import { putUnderLoad } from './load.ts';
import { startFloor, startLibrary } from './servers.ts';
import { wholeNumber } from './whole-number.ts';

const options = {
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '4' },
} as const;

const queries = ['soledad', 'garcia', 'history', 'the'];

/** Measures pages of search results against an empty page of the same Next: see README.md. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const [rounds, seconds] = [wholeNumber(values.rounds), wholeNumber(values.seconds)];
  await ensureLibrary();
  await ensureFloor();
  await using open = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  open.defer(() => rmSync(folder, { recursive: true }));
  const floor = open.use(await startFloor(join(folder, 'floor')));
  const library = open.use(await startLibrary(join(folder, 'library')));
  const subjects = [
    { name: 'an empty page (the floor)', url: floor.url, perSecond: [] as number[] },
    ...queries.map((q) => ({
      name: `/books?q=${q}`,
      url: new URL(`/books?q=${q}`, library.url).href,
      perSecond: [] as number[],
    })),
  ];
  for (const { url } of subjects) await putUnderLoad({ url, connections: 8, until: { requests: 2000 } });
  for (let round = 1; round <= rounds; round++) {
    console.log(`Round ${round} of ${rounds}, ${seconds} s each …`);
    for (const { url, perSecond } of subjects)
      perSecond.push((await putUnderLoad({ url, connections: 8, until: { seconds } })).perSecond);
  }
  const [empty = []] = subjects.map(({ perSecond }) => perSecond);
  const ofFloor = (perSecond: number[]) =>
    written(figureOf(perSecond.map((each, round) => each / (empty[round] ?? Number.NaN))).median, 2);
  console.log(
    '\nResults of a search in the demonstration, 8 connections; medians (and spreads) of the rounds\n',
  );
  printTable([
    ['', 'requests/s', 'of the floor (due: 0.5)'],
    ...subjects.map(({ name, perSecond }) => [name, withSpread(figureOf(perSecond)), ofFloor(perSecond)]),
  ]);
}
