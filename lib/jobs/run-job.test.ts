import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { db } from '#db/client';
import { jobRuns } from '#db/schema/jobs';
import { emptyTables, engine, freshDatabase, testNow } from '#db/testing/database';
import { listJobs, runJobNow } from '#lib/cli/jobs';
import { healthReport } from '#lib/jobs/health';
import type { Job } from '#lib/jobs/job';
import { claim, leaseMs, retryMs } from '#lib/jobs/lease';
import { runDueJobs } from '#lib/jobs/run-due-jobs';
import { runJob } from '#lib/jobs/run-job';

freshDatabase();
beforeEach(emptyTables);

const minute = 60_000;
const after = (ms: number) => new Date(testNow.getTime() + ms);
const at = (moment: Date) => ({ dueAt: testNow, clock: () => moment });
const job = (run: Job['run'] = async () => 'Counted the books.'): Job => ({
  name: 'count',
  schedule: { daily: '03:10' },
  run,
});
const failing = job(async () => {
  throw new Error('no space left on device');
});

test('a job is run once, and what it did is known', async () => {
  const done = { kind: 'done', message: 'Counted the books.' };
  assert.deepEqual(await runJob(job(), at(testNow)), done);
  assert.deepEqual(await runJob(job(), at(testNow)), { kind: 'settled' });
  const [run] = await db.select().from(jobRuns);
  assert.partialDeepStrictEqual(run, { outcome: 'done', message: 'Counted the books.', attempt: 1 });
});

test('while the work goes on its lease is renewed, by however long it takes', async () => {
  let now = testNow.getTime();
  const refusals: unknown[] = [];
  const long = job(async () => {
    for (let turn = 0; turn < 5; turn++) {
      now += leaseMs / 2;
      await pause(60);
      refusals.push(await claim('count', testNow, new Date(now)));
    }
    return 'Counted slowly.';
  });
  const outcome = await runJob(long, { dueAt: testNow, clock: () => new Date(now), renewEveryMs: 10 });
  assert.equal(outcome.kind, 'done');
  assert.deepEqual(refusals, Array(5).fill({ refusal: 'running' }));
});

test('work whose lease was lost is told to stop, and ends nothing', async () => {
  let taken: unknown;
  const sleeping = job(async ({ signal }) => {
    taken = await claim('count', testNow, after(2 * leaseMs));
    await once(signal, 'abort');
    return 'Counted in vain.';
  });
  const outcome = await runJob(sleeping, { ...at(testNow), renewEveryMs: 10 });
  assert.equal(outcome.kind, 'lost');
  assert.ok(taken && typeof taken === 'object' && 'lease' in taken);
  const [run] = await db.select().from(jobRuns);
  assert.deepEqual([run?.endedAt, run?.attempt], [null, 2]);
});

const due = (jobs: Job[], now: Date, settled = new Map()) =>
  runDueJobs(jobs, { clock: () => now, zone: 'UTC', settled });

test('a job that fails keeps no other from its turn, and is tried again', async () => {
  let counted = 0;
  const other = { ...job(async () => `Counted ${++counted}.`), name: 'other' };
  const settled = new Map();
  for (const moment of [testNow, after(minute), after(retryMs)]) await due([failing, other], moment, settled);
  assert.equal(counted, 1);
  const runs = await db.select().from(jobRuns);
  assert.equal(runs.find(({ job }) => job === 'count')?.attempt, 2);
});

test('a machine that was off at night does the work of the night when it starts', async () => {
  await due([job()], after(0));
  await due([job()], after(3 * 24 * 60 * minute));
  const runs = await db.select({ dueAt: jobRuns.dueAt }).from(jobRuns).orderBy(jobRuns.dueAt);
  assert.deepEqual(
    runs.map(({ dueAt }) => dueAt.toISOString()),
    ['2026-03-02T03:10:00.000Z', '2026-03-05T03:10:00.000Z'],
  );
});

const list = (jobs: Job[], now: Date) => listJobs(jobs, { now, zone: 'America/Sao_Paulo' });

test('the command line says when each ran, how long, what it did and when it is due', async () => {
  assert.deepEqual(await list([job()], testNow), {
    code: 0,
    message: 'count: has never run; next due 2026-03-03 03:10 (America/Sao_Paulo)',
  });
  let now = testNow;
  const slow = job(async () => {
    now = after(1500);
    return 'Counted 42 books.';
  });
  await runJobNow([slow], 'count', () => now);
  assert.deepEqual(await list([job()], after(minute)), {
    code: 0,
    message:
      'count: last ran 2026-03-02 06:30, took 1.5 s: Counted 42 books. next due 2026-03-03 03:10 (America/Sao_Paulo)',
  });
});

test('a failure is loud on the command line and to monitors, who are not told why', async () => {
  assert.deepEqual(await runJobNow([failing], 'count', () => testNow), {
    code: 1,
    message: 'It failed: no space left on device.',
  });
  const { message, code } = await list([failing], after(minute));
  assert.equal(code, 1);
  assert.match(message, /^count: FAILED: last ran .* no space left on device/);
  const { lines, healthy } = await healthReport([failing], { now: after(minute), zone: 'UTC' });
  assert.equal(healthy, false);
  assert.match(lines.join('\n'), /^database: ok\njob count: failed, last 2026-03-02T09:30:00.000Z, next /);
  assert.doesNotMatch(lines.join('\n'), /device/);
});

test('a job that nobody runs is loud too, and so is one whose process died', async () => {
  await runJob(job(), { dueAt: after(-24 * 60 * minute), clock: () => after(-24 * 60 * minute) });
  assert.match((await list([job()], after(0))).message, /OVERDUE/);
  await claim('count', testNow, testNow);
  assert.match((await list([job()], after(minute))).message, /running since/);
  assert.deepEqual((await list([job()], after(leaseMs))).code, 1);
});

test('a job that there is not is not run', async () => {
  const { message, code } = await runJobNow([job()], 'cuont', () => testNow);
  assert.deepEqual([message, code], ['There is no job cuont: there are count.', 1]);
});

const alone = engine === 'embedded' && 'an embedded database has one process';

const counting = (seconds: number) => `
  import { setTimeout as pause } from 'node:timers/promises';
  import { closeConnections, openConnections } from '#db/connections';
  import { runJob } from '#lib/jobs/run-job';
  await openConnections();
  const run = async () => { console.log('begun'); await pause(${seconds * 1000}); return 'Counted.'; };
  const job = { name: 'count', schedule: 'hourly', run };
  const dueAt = new Date(${testNow.getTime()});
  console.log((await runJob(job, { dueAt, clock: () => new Date(${testNow.getTime()}) })).kind);
  await closeConnections();`;

function start(module: string) {
  const imports = new URL('../../db/testing/drizzle-imports.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', imports, '--input-type=module', '-e', module], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  return { child, ended: once(child, 'close').then(() => said.trim().split('\n')) };
}

test('of three processes at once one does the work', { skip: alone }, async () => {
  const said = await Promise.all([1, 1, 1].map((seconds) => start(counting(seconds)).ended));
  const kinds = said.map((lines) => lines.join(' ')).sort();
  assert.equal(kinds.filter((kind) => kind === 'begun done').length, 1, kinds.join());
  assert.equal(kinds.filter((kind) => /^(running|settled)$/.test(kind)).length, 2, kinds.join());
});

test('what a process was doing that was killed is done by another when its lease ends', {
  skip: alone,
}, async () => {
  const { child, ended } = start(counting(60));
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await ended;
  assert.deepEqual(await runJob(job(), at(after(leaseMs - 1))), { kind: 'running' });
  assert.equal((await runJob(job(), at(after(leaseMs)))).kind, 'done');
  const [run] = await db.select().from(jobRuns);
  assert.partialDeepStrictEqual(run, { outcome: 'done', attempt: 2 });
});
