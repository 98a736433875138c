import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './project.mjs';
import { listenForSignals, passOn } from './signals.mjs';

/**
 * A program ended with a code other than 0; `report` is what it printed, where that has not been shown yet; `killed`
 * says that the system ended it.
 */
export class Failure extends Error {
  constructor(code, report = '', killed = false) {
    super(`Ended with exit code ${code}.`);
    this.code = code;
    this.report = report;
    this.killed = killed;
  }
}

/** Runs a program in the project and shows what it prints. Throws `Failure`. */
export async function run(program, args, environment = {}) {
  const { code, killed } = await finish(start(program, args, environment, 'inherit'));
  if (code !== 0) throw new Failure(code, '', killed);
}

/** Runs a program in the project without showing what it prints. Throws `Failure`, which holds it. */
export async function runQuietly(program, args, environment = {}) {
  await finishQuietly(start(program, args, environment, 'pipe'));
}

/**
 * Runs a program quietly whose work may be left half done, and ends it and all that it started at the first signal.
 * Throws `Failure`.
 */
export async function runUntilStopped(program, args, environment = {}) {
  const child = start(program, args, environment, 'pipe', { detached: process.platform !== 'win32' });
  const end = () => {
    console.error('Stopped: the next start does the rest.');
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  };
  await finishQuietly(child, end);
}

/** The last line that a program of the project prints on standard output; the rest is shown. Throws `Failure`. */
export async function ask(program, args, environment = {}) {
  const child = start(program, args, environment, ['inherit', 'pipe', 'inherit']);
  let answer = '';
  child.stdout.on('data', (chunk) => {
    answer += chunk;
  });
  const { code } = await finish(child);
  if (code !== 0) throw new Failure(code, answer);
  return answer.trim().split('\n').at(-1);
}

function start(program, args, environment, stdio, options = {}) {
  return spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : stdio,
    ...options,
  });
}

async function finishQuietly(child, onSignal) {
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
  const { code, stopped, killed } = await finish(child, onSignal);
  if (code !== 0) throw new Failure(code, stopped ? '' : Buffer.concat(printed).toString(), killed);
}

/** `stopped` by a signal that we passed on, `killed` by the system, which does so where memory runs out. */
function finish(child, onSignal = (signal) => passOn(signal, child)) {
  const signals = listenForSignals(onSignal);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      signals.stop();
      const stopped = signals.received !== undefined;
      const ended = signals.received ?? signal;
      resolve({
        code: code ?? 128 + constants.signals[ended],
        stopped,
        killed: !stopped && signal === 'SIGKILL',
      });
    });
  });
}

/** What a command does with an error: shows what is not shown yet, and sets the exit code. */
export function reportError(error) {
  if (!(error instanceof Failure)) console.error(error.message);
  else if (error.report) console.error(error.report.trimEnd());
  process.exitCode = error.code > 0 ? error.code : 1;
}
