import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { ensureLibrary, root } from './build.ts';
import { MB, printTable, seconds, written } from './figures.ts';
import { residentMemory } from './memory.ts';
import { fillLibrary, type RunningServer, startLibrary } from './servers.ts';
import { wholeNumber } from './whole-number.ts';

const options = {
  titles: { type: 'string', default: '100000' },
  readers: { type: 'string', default: '8' },
  quiet: { type: 'string', default: '15' },
} as const;

/**
 * The backup of a large library while readers ask for pages and one browser is remembered at every page: how long it
 * takes, how large it is, how long the server stands still at most; then a restore elsewhere, and every count compared.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const [titles, readers, quiet] = [values.titles, values.readers, values.quiet].map(wholeNumber) as [
    number,
    number,
    number,
  ];
  await ensureLibrary();
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  try {
    const library = join(folder, 'library');
    fillLibrary(library, titles);
    const made = await backUpUnderLoad(library, readers, quiet);
    const restored = await restoreElsewhere(made.file, join(folder, 'elsewhere'));
    report({
      titles,
      readers,
      library,
      ...made,
      ...restored,
      unequal: unequalCounts(library, join(folder, 'elsewhere')),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Made = {
  file: string;
  took: number;
  pauses: { quiet: number; backup: number; alone: number };
  memory: { before: number; after: number };
  pages: { quiet: number; backup: number };
  failed: number;
};

/** The nightly job is due when the server starts; what the load is like without it is measured on a server without one. */
async function backUpUnderLoad(library: string, readers: number, quietSeconds: number): Promise<Made> {
  const quiet = await underLoad(library, readers, { BACKUP_TIME: 'off' }, () => pause(quietSeconds * 1000));
  const backup = await underLoad(library, readers, { BACKUP_TIME: '03:10' }, untilBackedUp);
  const [name = ''] = readdirSync(join(library, 'backups')).filter((name) => name.endsWith('.tar.gz'));
  return {
    file: join(library, 'backups', name),
    took: jobTime(library),
    pauses: { quiet: quiet.pause, backup: backup.pause, alone: await pauseAlone(library) },
    memory: { before: quiet.memory, after: backup.memory },
    pages: { quiet: quiet.perSecond, backup: backup.perSecond },
    failed: quiet.failed + backup.failed,
  };
}

/** Of a process that does nothing but the backup: what it adds to the pauses of pages. */
async function pauseAlone(library: string): Promise<number> {
  const file = join(library, 'backups/alone.tar.gz');
  const env = { ...process.env, DATA_DIR: library, DATABASE_URL: `file:${join(library, 'library.db')}` };
  const { stdout } = await command(process.execPath, ['bench/backup-alone.ts', file], { cwd: root, env });
  rmSync(file);
  return JSON.parse(stdout).pause;
}

const probe = join(root, 'bench/event-loop-probe.ts');

const pausesIn = (log: string) =>
  readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));

async function underLoad(
  library: string,
  readers: number,
  settings: Record<string, string>,
  until: (server: RunningServer) => Promise<unknown>,
) {
  const log = join(library, `pauses-${settings.BACKUP_TIME?.replace(':', '')}.log`);
  await using server = await startLibrary(library, {
    ...settings,
    SESSION_ENGINE: 'database',
    EVENT_LOOP_LOG: log,
    NODE_OPTIONS: `--import=${probe}`,
  });
  const began = Date.now();
  const load = startLoad(server.url, readers);
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, residentMemory(server.pid));
  }, 200);
  await until(server);
  const took = Date.now() - began;
  clearInterval(watch);
  const { pages, failed } = await load.stop();
  const during = pausesIn(log)
    .filter(([at = 0]) => at >= began && at <= began + took)
    .map(([, ms = 0]) => ms);
  return { pause: Math.max(...during), memory, perSecond: (pages * 1000) / took, failed };
}

async function untilBackedUp({ url }: RunningServer): Promise<void> {
  for (;;) {
    const text = await (await fetch(`${url}healthz?full`)).text();
    if (/^job backup: done/m.test(text)) return;
    if (/^job backup: (?:failed|abandoned)/m.test(text)) throw new Error(text);
    await pause(200);
  }
}

const asked = ['', 'books?q=love', 'books/1', 'authors', 'books?q=house&sort=title', 'books?sort=year'];

/** Connections that ask for one page after the other, and one browser whose session is stored at each. */
function startLoad(url: string, readers: number) {
  let running = true;
  let [pages, failed] = [0, 0];
  const ask = async (path: string, cookie = '') => {
    const response = await fetch(url + path, { headers: { cookie } });
    await response.arrayBuffer();
    pages += 1;
    if (response.status !== 200) failed += 1;
    return response;
  };
  const reader = async (nth: number) => {
    for (let turn = nth; running; turn++) await ask(asked[turn % asked.length] ?? '');
  };
  const writer = async () => {
    const [cookie = ''] = (await ask('')).headers.get('set-cookie')?.split(';') ?? [];
    while (running) await ask('', cookie);
  };
  const all = Promise.all([writer(), ...Array.from({ length: readers }, (_, nth) => reader(nth))]);
  return {
    stop: async () => {
      running = false;
      await all;
      return { pages, failed };
    },
  };
}

function jobTime(library: string): number {
  const database = new Sqlite(join(library, 'library.db'), { readonly: true });
  const took = database
    .prepare(`select ended_at - started_at from job_runs where job = 'backup'`)
    .pluck()
    .get();
  database.close();
  return Number(took);
}

const command = promisify(execFile);

async function restoreElsewhere(file: string, elsewhere: string) {
  const began = performance.now();
  const run = (...words: string[]) =>
    command(process.execPath, ['scripts/library.ts', ...words, '--data-dir', elsewhere], { cwd: root });
  await run('restore', file);
  const restoredIn = performance.now() - began;
  const { stdout } = await run('check');
  return { restoredIn, checkedIn: performance.now() - began - restoredIn, check: stdout.trim() };
}

/** Of all tables but what the index of words keeps for itself, and what was written after the backup. */
function unequalCounts(library: string, elsewhere: string): string[] {
  const [one, other] = [library, elsewhere].map(countsIn);
  const later = new Set(['sessions', 'session_values', 'job_runs']);
  return Object.keys(one ?? {}).filter((name) => !later.has(name) && one?.[name] !== other?.[name]);
}

function countsIn(folder: string): Record<string, number> {
  const database = new Sqlite(join(folder, 'library.db'), { readonly: true });
  const named = `select name from sqlite_master where type = 'table' and sql not like '%VIRTUAL%'
    and name not like 'search_index%' and name not like 'search_authors%' and name not like 'sqlite_%'`;
  const names = database.prepare<[], string>(named).pluck().all();
  const counts = names.map((name) => [
    name,
    Number(database.prepare(`select count(*) from ${name}`).pluck().get()),
  ]);
  database.close();
  return Object.fromEntries(counts);
}

type Report = Made &
  Awaited<ReturnType<typeof restoreElsewhere>> & {
    titles: number;
    readers: number;
    library: string;
    unequal: string[];
  };

function report({
  titles,
  readers,
  library,
  file,
  took,
  pauses,
  memory,
  pages,
  failed,
  restoredIn,
  checkedIn,
  check,
  unequal,
}: Report): void {
  printTable([
    [`${written(titles)} titles, ${readers} readers, 1 writer`, 'without', 'during the backup'],
    ['longest pause of the event loop', `${written(pauses.quiet)} ms`, `${written(pauses.backup)} ms`],
    ['the same of a backup and nothing else', '', `${written(pauses.alone)} ms`],
    ['pages a second', written(pages.quiet), written(pages.backup)],
    ['memory at most', MB(memory.before), MB(memory.after)],
  ]);
  printTable([
    ['size of the database', MB(statSync(join(library, 'library.db')).size)],
    ['size of the backup', MB(statSync(file).size)],
    ['backup, checked', seconds(took)],
    ['restore', seconds(restoredIn)],
    ['check', seconds(checkedIn)],
    ['pages that failed', written(failed)],
    ['tables whose counts differ', unequal.join(', ') || 'none'],
  ]);
  console.log(`  ${check}`);
  if (failed > 0 || unequal.length > 0) process.exitCode = 1;
}
