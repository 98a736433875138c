import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { serverFlags } from '../scripts/steps/server.mjs';
import { databaseOf, forget, newDataDir } from './library-data.ts';

export type Settings = Record<string, string | undefined>;

type Options = {
  /** Settings of this library; those of the person who runs the tests are not passed on. */
  env?: Settings;
  /** A folder to keep afterwards, as another start needs it: from `newDataDir`, to be given to `forget`. */
  dataDir?: string;
};

export type Library = {
  url: string;
  dataDir: string;
  /** What it told the person at the keyboard. */
  told: () => string;
  /** What it has logged so far. */
  log: () => string[];
  /** Asks it to stop, waits until it has, and resolves to its exit code. */
  stop: () => Promise<number | null>;
  process: ChildProcess;
};

export type Ending = { code: number | null; told: string; complaints: string };

/** Starts the built library on a free port with data of its own; resolves when it is ready. */
export async function startLibrary({ env = {}, dataDir }: Options = {}): Promise<Library> {
  const folder = dataDir ?? newDataDir();
  const settings = await settingsFor(folder, env);
  const { child, told, complaints } = launch(settings);
  const ended = once(child, 'exit');
  const clear = async () => dataDir ?? (await forget(folder));
  const port = await Promise.race([readyPort(child, told), ended.then(() => undefined)]);
  if (port === undefined) {
    await clear();
    throw new Error(`The library did not start: ${complaints()}`);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    const [code] = await ended;
    await clear();
    return code;
  };
  const log = () => complaints().split('\n').filter(Boolean);
  const url = `http://localhost:${settings.BASE_URL ? settings.PORT : port}`;
  return { url, dataDir: folder, told, log, stop, process: child };
}

/** Starts the built library where it is expected to refuse; resolves when it has ended. */
export async function startAndEnd(settings: Settings): Promise<Ending> {
  const { child, told, complaints } = launch(settings);
  const giveUp = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const [code] = await once(child, 'close');
  clearTimeout(giveUp);
  return { code, told: told(), complaints: complaints() };
}

async function settingsFor(dataDir: string, env: Settings): Promise<Settings> {
  const port = env.BASE_URL ? String(await freePort()) : '0';
  return { PORT: port, DATA_DIR: dataDir, DATABASE_URL: await databaseOf(dataDir), ...env };
}

const ownSettings = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'DATA_DIR',
  'SESSION_PASSWORD',
  'SESSION_ENGINE',
  'SESSION_SAVE_EVERY_REQUEST',
  'REDIS_URL',
  'BASE_URL',
  'TRUSTED_PROXIES',
  'API_RATE_LIMIT',
  'DEMO',
  'LOG_LEVEL',
];

function launch(settings: Settings) {
  const inherited = Object.entries(process.env).filter(([name]) => !ownSettings.includes(name));
  const child = spawn(process.execPath, [...serverFlags, 'server.ts'], {
    env: { ...Object.fromEntries(inherited), NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const leave = () => child.kill('SIGKILL');
  process.once('exit', leave);
  child.once('exit', () => process.off('exit', leave));
  return { child, told: collect(child.stdout), complaints: collect(child.stderr) };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  return () => text;
}

/** `PORT=0` lets the system choose; the library says which one it is. */
function readyPort(child: ChildProcess, told: () => string): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.on('data', () => {
      const address = /LocalLibrary is ready: \S+?(?::(\d+))?\s/.exec(told());
      if (address) resolve(address[1] ?? '');
    });
  });
}

/** For a library with a public address, which is what it says when it is ready. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
