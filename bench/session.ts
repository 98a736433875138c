import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureLibrary } from './build.ts';
import { figureOf, printTable, withSpread, written } from './figures.ts';
import { putUnderLoad } from './load.ts';
import { processorTime } from './memory.ts';
import { type RunningServer, startLibrary } from './servers.ts';
import { assertVisitsCounted } from './visits.ts';

const options = {
  rounds: { type: 'string', default: '5' },
  requests: { type: 'string', default: '2000' },
  engines: { type: 'string', default: 'cookie,database,memory,file' },
} as const;

/** Milliseconds of the server's processors for a request, and requests per second, a round each. */
type Subject = { name: string; server: RunningServer; counts: boolean; cost: number[]; perSecond: number[] };

/**
 * What the session costs on the home page, engine by engine. Without the session is the same page of the same
 * server, asked for as browsers fetch ahead: nothing is counted, and no cookie comes or goes.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const [rounds, requests] = [Number(values.rounds), Number(values.requests)];
  await ensureLibrary();
  await using open = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  open.defer(() => rmSync(folder, { recursive: true }));
  const subjects: Subject[] = [];
  for (const engine of values.engines.split(',')) {
    const server = open.use(await startLibrary(join(folder, engine), { SESSION_ENGINE: engine }));
    if (subjects.length === 0) subjects.push(subject('without the session', server));
    subjects.push({ ...subject(engine, server), counts: true });
  }
  for (let round = 0; round <= rounds; round++) {
    console.log(
      round === 0 ? 'Warming up …' : `Round ${round} of ${rounds}, ${written(requests)} requests each …`,
    );
    for (const each of subjects) await measure(each, requests, round > 0);
    subjects.reverse();
  }
  if (rounds % 2 === 0) subjects.reverse();
  print(subjects);
}

const subject = (name: string, server: RunningServer): Subject => ({
  name,
  server,
  counts: false,
  cost: [],
  perSecond: [],
});

async function measure(subject: Subject, requests: number, kept: boolean): Promise<void> {
  const { url, pid } = subject.server;
  const headers: Record<string, string> = subject.counts ? {} : { 'sec-purpose': 'prefetch' };
  const before = processorTime(pid);
  const { perSecond, jars } = await putUnderLoad({ url, connections: 8, until: { requests }, headers });
  const cost = (processorTime(pid) - before) / requests;
  if (subject.counts) await assertVisitsCounted(url, jars);
  if (!kept) return;
  subject.cost.push(cost);
  subject.perSecond.push(perSecond);
}

function print([without, ...engines]: Subject[]): void {
  if (!without) return;
  const base = figureOf(without.cost).median;
  console.log(
    '\nThe home page, 8 connections that return their cookies; medians (and spreads) of the rounds\n',
  );
  printTable([
    ['', 'requests/s', 'processor ms a request', 'of the page without', 'the session’s share'],
    ...[without, ...engines].map((each) => {
      const cost = figureOf(each.cost);
      return [
        each.name,
        withSpread(figureOf(each.perSecond)),
        withSpread(cost, 2),
        written(cost.median / base, 2),
        `${written((100 * (cost.median - base)) / cost.median)} %`,
      ];
    }),
  ]);
}
