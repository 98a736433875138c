import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureLibrary } from './build.ts';
import { MB, printTable, seconds, written } from './figures.ts';
import { residentMemory } from './memory.ts';
import { type RunningServer, startLibrary } from './servers.ts';
import type { Statuses, Storm } from './storm-clients.ts';

const options = {
  pipelined: { type: 'string', default: '8000' },
  connections: { type: 'string', default: '4000' },
  path: { type: 'string', default: 'books?q=a' },
} as const;

type Watched = { memory: number; slowest: number; checks: number };

/** What clients can do to a server: requests without waiting for answers, and connections without end. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  await ensureLibrary();
  await using open = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  open.defer(() => rmSync(folder, { recursive: true }));
  const [requests, connections] = [Number(values.pipelined), Number(values.connections)];
  const rows = [['', 'answers', 'took', 'peak memory', 'slowest /healthz', 'its checks']];
  for (const [name, storm] of [
    [`${written(requests)} requests in one piece`, { requests, connections: 1 }],
    [`${written(connections)} connections at once`, { requests: 1, connections }],
  ] as const) {
    await using server = await startLibrary(join(folder, name));
    rows.push([name, ...(await weather(server, { ...storm, url: server.url + values.path }))]);
  }
  rows.push(['due', '', '', '450 MB', '1,000 ms', '']);
  printTable(rows);
}

async function weather(server: RunningServer, storm: Storm): Promise<string[]> {
  const began = performance.now();
  const [statuses, { memory, slowest, checks }] = await watch(server, breakLoose(storm));
  const answers = Object.entries(statuses).map(([status, count]) => `${written(count)} × ${status}`);
  const took = performance.now() - began;
  return [answers.join(', '), seconds(took), MB(memory), `${written(slowest)} ms`, `${checks}`];
}

/** In a process of its own, which shares no event loop with the monitor. */
async function breakLoose(storm: Storm): Promise<Statuses> {
  const clients = fork(new URL('./storm-clients.ts', import.meta.url));
  const ended = once(clients, 'exit').then((): [Statuses] => [{ 'the clients ended early': 1 }]);
  clients.send(storm);
  const [statuses] = await Promise.race([once(clients, 'message'), ended]);
  return statuses;
}

/** Asks `/healthz` ten times a second, each time on a new connection, and looks at the memory, until the storm is over. */
async function watch<Result>(server: RunningServer, storm: Promise<Result>): Promise<[Result, Watched]> {
  const watched = { memory: 0, slowest: 0, checks: 0 };
  let over = false;
  void storm.finally(() => {
    over = true;
  });
  while (!over) {
    watched.memory = Math.max(watched.memory, residentMemory(server.pid));
    const began = performance.now();
    const [{ statusCode }] = await once(get(`${server.url}healthz`, { agent: false }), 'response');
    if (statusCode !== 200) throw new Error(`/healthz answers ${statusCode}`);
    watched.slowest = Math.max(watched.slowest, performance.now() - began);
    watched.checks += 1;
    await pause(100);
  }
  return [await storm, watched];
}
