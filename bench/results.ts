import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureFloor, ensureLibrary } from './build.ts';
import { figureOf, printTable, withSpread, written } from './figures.ts';
import { putUnderLoad, type Until } from './load.ts';
import { fillLibrary, type RunningServer, startFloor, startLibrary } from './servers.ts';
import { wholeNumber } from './whole-number.ts';

const options = {
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '4' },
  titles: { type: 'string', default: '0' },
} as const;

const queries = ['soledad', 'garcia', 'history', 'the'];

type Subject = { name: string; ask: (until: Until) => Promise<{ perSecond: number }>; perSecond: number[] };

/** Measures pages of search results against an empty page of the same Next: see README.md. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const [rounds, seconds] = [wholeNumber(values.rounds), wholeNumber(values.seconds)];
  const titles = Number(values.titles);
  await ensureLibrary();
  await ensureFloor();
  await using open = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  open.defer(() => rmSync(folder, { recursive: true }));
  if (titles > 0) fillLibrary(join(folder, 'library'), titles);
  const floor = open.use(await startFloor(join(folder, 'floor')));
  const library = open.use(await startLibrary(join(folder, 'library')));
  const subjects = await subjectsOf(floor, library);
  for (const { ask } of subjects) await ask({ requests: 3000 });
  for (let round = 1; round <= rounds; round++) {
    console.log(`Round ${round} of ${rounds}, ${seconds} s each …`);
    for (const { ask, perSecond } of subjects) perSecond.push((await ask({ seconds })).perSecond);
  }
  const where = titles > 0 ? `a library of ${written(titles)} titles` : 'the demonstration';
  console.log(`\nResults of a search in ${where}, 8 connections; medians (and spreads) of the rounds\n`);
  printTable([['', 'requests/s', 'of the floor (due: 0.5)'], ...rows(subjects)]);
}

async function subjectsOf(floor: RunningServer, library: RunningServer): Promise<Subject[]> {
  const subject = (name: string, url: string, paths?: string[]): Subject => ({
    name,
    ask: (until) => putUnderLoad({ url, connections: 8, until, ...(paths && { paths }) }),
    perSecond: [],
  });
  const words = (await titleWords(library)).map((word) => `/books?q=${encodeURIComponent(word)}`);
  return [
    subject('an empty page (the floor)', floor.url),
    ...queries.map((q) => subject(`/books?q=${q}`, new URL(`/books?q=${q}`, library.url).href)),
    subject(`each time another of ${words.length} words`, new URL('/books?q=the', library.url).href, words),
  ];
}

/** More words than the library remembers the searches of. */
async function titleWords({ url }: RunningServer): Promise<string[]> {
  const words = new Set<string>();
  for (const sort of ['title', 'newest']) {
    const answer = await fetch(new URL(`/api/v1/books?limit=100&sort=${sort}`, url));
    const { items } = (await answer.json()) as { items: { title: string }[] };
    for (const { title } of items) for (const word of title.split(/[^\p{L}]+/u)) words.add(word);
  }
  return [...words].filter((word) => word.length > 3);
}

const rows = (subjects: Subject[]): string[][] =>
  subjects.map(({ name, perSecond }) => [
    name,
    withSpread(figureOf(perSecond)),
    ofFloor(perSecond, subjects),
  ]);

function ofFloor(perSecond: number[], [floor]: Subject[]): string {
  const shares = perSecond.map((each, round) => each / (floor?.perSecond[round] ?? Number.NaN));
  const { median } = figureOf(shares);
  return `${written(median, 2)} (${shares.map((share) => written(share, 2)).join(', ')})`;
}
