import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './project.mjs';

/** A program ended with a code other than 0; `report` is what it printed, where that has not been shown yet. */
export class Failure extends Error {
  constructor(code, report = '') {
    super(`Ended with exit code ${code}.`);
    this.code = code;
    this.report = report;
  }
}

/** Runs a program in the project and shows what it prints. Throws `Failure`. */
export async function run(program, args, environment = {}) {
  const { code } = await finish(start(program, args, environment, 'inherit'));
  if (code !== 0) throw new Failure(code);
}

/** Runs a program in the project without showing what it prints. Throws `Failure`, which holds it. */
export async function runQuietly(program, args, environment = {}) {
  const child = start(program, args, environment, 'pipe');
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
  const { code, interrupted } = await finish(child);
  if (code !== 0) throw new Failure(code, interrupted ? '' : Buffer.concat(printed).toString());
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

function start(program, args, environment, stdio) {
  return spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : stdio,
  });
}

function finish(child) {
  const signals = passSignalsOn(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      signals.stop();
      const ended = signals.received ?? signal;
      resolve({ code: code ?? 128 + constants.signals[ended], interrupted: Boolean(ended) });
    });
  });
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parent = process.ppid;

/**
 * Once, for whoever sends us a signal may send it to the child as well. Ctrl-C in a terminal always does, and so
 * does every Ctrl-C on Windows, where `kill` ends a process without asking it.
 */
function passSignalsOn(child) {
  const watch = { received: undefined, stop };
  const pass = (signal) => {
    if (watch.received) return;
    watch.received = signal;
    const reachedByTerminal = signal === 'SIGINT' && (process.stdin.isTTY || process.platform === 'win32');
    if (!reachedByTerminal) child.kill(signal);
  };
  const orphaned = whenNpmIsGone(() => pass('SIGTERM'));
  for (const signal of signals) process.on(signal, pass);
  function stop() {
    clearInterval(orphaned);
    for (const signal of signals) process.off(signal, pass);
  }
  return watch;
}

/** A signal to npm ends the shell between npm and us, which tells us nothing: we get another parent. */
function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => process.ppid !== parent && stop(), 200);
}

/** What a command does with an error: shows what is not shown yet, and sets the exit code. */
export function complain(error) {
  if (!(error instanceof Failure)) console.error(error.message);
  else if (error.report) console.error(error.report.trimEnd());
  process.exitCode = error.code > 0 ? error.code : 1;
}
