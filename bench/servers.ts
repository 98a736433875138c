import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverFlags } from '../scripts/steps/server.mjs';
import { root } from './build.ts';

/** `startedIn`: milliseconds from the command to the first page. */
export type RunningServer = AsyncDisposable & { url: string; pid: number; startedIn: number };

/** The environment of a library in `folder`, whatever the settings of the person who measures. */
const librarySettings = (folder: string) => ({
  DATA_DIR: folder,
  DATABASE_URL: `file:${join(folder, 'library.db')}`,
  SESSION_PASSWORD: '',
  SESSION_ENGINE: '',
  BASE_URL: '',
  DEMO: '',
  SEARCH_RATE_LIMIT: '0',
  LOG_LEVEL: '',
});

/** Makes a library of so many titles in `folder` and prints how long that took. */
export function fillLibrary(folder: string, titles: number): void {
  const env = { ...process.env, ...librarySettings(folder) };
  execFileSync(process.execPath, ['bench/fill.ts', `${titles}`], { cwd: root, env, stdio: 'inherit' });
}

export const startLibrary = (folder: string, settings: Record<string, string> = {}) =>
  start('server.ts', folder, { ...librarySettings(folder), ...settings });
export const startFloor = (folder: string) => start('bench/floor-server.ts', folder, {});

async function start(
  script: string,
  folder: string,
  settings: Record<string, string>,
): Promise<RunningServer> {
  const began = performance.now();
  mkdirSync(folder, { recursive: true });
  const errors = join(folder, 'stderr.log');
  const server = spawn(process.execPath, [...serverFlags, script], {
    cwd: root,
    env: { ...process.env, ...settings, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', openSync(errors, 'a')],
  });
  const url = `http://127.0.0.1:${await portOf(server, errors)}/`;
  const { status } = await firstPage(url);
  const startedIn = performance.now() - began;
  if (status !== 200) {
    await stop(server);
    throw new Error(`${script} answers ${status}: ${tail(errors)}`);
  }
  return { url, pid: server.pid ?? 0, startedIn, [Symbol.asyncDispose]: () => stop(server) };
}

async function firstPage(url: string): Promise<Response> {
  const response = await fetch(url);
  await response.arrayBuffer();
  return response;
}

/** Servers that choose their own port say it at the end of the line in which they are ready. */
function portOf(server: ChildProcess, errors: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  server.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const port = /http:\/\/\S+:(\d+)\s*$/m.exec(said)?.[1];
    if (port) resolve(port);
  });
  server.once('exit', (code, signal) => {
    reject(new Error(`The server ended with ${code ?? signal} before it was ready: ${said}${tail(errors)}`));
  });
  return promise;
}

const tail = (file: string) => readFileSync(file, 'utf8').slice(-2000);

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.kill();
  await exit;
}
