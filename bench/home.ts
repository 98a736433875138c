import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureFloor, ensureLibrary } from './build.ts';
import { written } from './figures.ts';
import { printHome, type Subject } from './home-report.ts';
import { putUnderLoad, type Until } from './load.ts';
import { residentMemory } from './memory.ts';
import { fillLibrary, type RunningServer, startFloor, startLibrary } from './servers.ts';
import { transferOf } from './transfer.ts';
import { assertVisitsCounted } from './visits.ts';
import { wholeNumber } from './whole-number.ts';

const options = {
  titles: { type: 'string', default: '100000' },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '5' },
  'warm-up': { type: 'string', default: '10000' },
} as const;

/** Measures the home page against an empty page of the same Next: see README.md. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const [titles, requests] = [wholeNumber(values.titles), wholeNumber(values['warm-up'])];
  const [rounds, seconds] = [wholeNumber(values.rounds), wholeNumber(values.seconds)];
  await ensureLibrary();
  await ensureFloor();
  await using open = new AsyncDisposableStack();
  const folder = temporaryFolder(open);
  const { floor, demonstration, many, starts } = await startSubjects(open, folder, titles);
  const subjects = [floor, demonstration, many];
  for (const subject of subjects) await warmUp(subject, requests);
  for (let round = 1; round <= rounds; round++) {
    console.log(`Round ${round} of ${rounds}, ${seconds} s each …`);
    for (const subject of subjects) await measure(subject, seconds);
    // The other way round next time: a machine that grows slower or faster favours nobody.
    subjects.reverse();
  }
  const transfer = await transferOf(demonstration.server.url);
  printHome({ floor, demonstration, many, requests, starts, transfer });
}

function temporaryFolder(open: AsyncDisposableStack): string {
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  open.defer(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The demonstration is started twice: into an empty folder, and again as on every other day. */
async function startSubjects(open: AsyncDisposableStack, folder: string, titles: number) {
  fillLibrary(join(folder, 'many'), titles);
  const first = await startLibrary(join(folder, 'demonstration'));
  await first[Symbol.asyncDispose]();
  const [floor, second, many] = [
    open.use(await startFloor(join(folder, 'floor'))),
    open.use(await startLibrary(join(folder, 'demonstration'))),
    open.use(await startLibrary(join(folder, 'many'))),
  ];
  return {
    floor: subject('an empty page (the floor)', floor, 'no session'),
    demonstration: subject('home, demonstration', second, 'session'),
    many: subject(`home, ${written(titles)} titles`, many, 'session'),
    starts: [first.startedIn, second.startedIn] as const,
  };
}

function subject(name: string, server: RunningServer, kind: Subject['kind']): Subject {
  return { name, server, kind, memory: 0, visits: [], rounds: [] };
}

async function warmUp(subject: Subject, requests: number): Promise<void> {
  console.log(`Warming up with ${written(requests)} requests: ${subject.name} …`);
  await load(subject, { requests });
  subject.memory = residentMemory(subject.server.pid);
}

async function measure(subject: Subject, seconds: number): Promise<void> {
  subject.rounds.push(await load(subject, { seconds }));
}

async function load(subject: Subject, until: Until) {
  const { url } = subject.server;
  const result = await putUnderLoad({ url, connections: 8, until });
  if (subject.kind === 'session') subject.visits.push(...(await assertVisitsCounted(url, result.jars)));
  return result;
}
