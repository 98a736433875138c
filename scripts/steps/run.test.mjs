import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Failure, run, runQuietly } from './run.mjs';

const onPosix = { skip: process.platform === 'win32' && 'Windows has no signals' };
const program = (script) => [process.execPath, ['-e', script]];

async function failureOf(running) {
  const error = await running.then(
    () => undefined,
    (reason) => reason,
  );
  assert.ok(error instanceof Failure, String(error));
  return error;
}

test('a program that ends with 0 is no failure', () => runQuietly(...program('console.log(1)')));

test('a failure has the code of the program, and what it printed where nobody has seen it', async () => {
  const { code, report, killed } = await failureOf(
    runQuietly(...program('console.error("broken"); process.exit(3)')),
  );
  assert.deepEqual([code, report, killed], [3, 'broken\n', false]);
});

test('a program that the system ended was killed', onPosix, async () => {
  for (const how of [run, runQuietly]) {
    const { code, killed } = await failureOf(how(...program('process.kill(process.pid, "SIGKILL")')));
    assert.deepEqual([code, killed], [137, true]);
  }
});

const running = fileURLToPath(new URL('run.mjs', import.meta.url));

/** Starts a command of ours that runs a program which tells its process id and heeds no signal, as npm at work. */
async function startStubborn(folder) {
  const file = join(folder, 'pid');
  const stubborn = `
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
    setInterval(() => {}, 1000);
    require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid));`;
  const script = `
    import { reportError, runUntilStopped } from ${JSON.stringify(running)};
    await runUntilStopped(process.execPath, ['-e', ${JSON.stringify(stubborn)}]).catch(reportError);`;
  const command = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
  while (!existsSync(file) || !readFileSync(file, 'utf8')) await pause(20);
  return { command, pid: Number(readFileSync(file, 'utf8')) };
}

test('what may be left half done ends at the first Ctrl-C, with a word', onPosix, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'library-run-'));
  const { command, pid } = await startStubborn(folder);
  const said = command.stderr.setEncoding('utf8').toArray();
  command.kill('SIGINT');
  const [code] = await once(command, 'exit');
  assert.equal(code, 130);
  assert.deepEqual(await said, ['Stopped: the next start does the rest.\n']);
  assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
  rmSync(folder, { recursive: true });
});
