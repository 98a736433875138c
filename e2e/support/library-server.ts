import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../../scripts/steps/project.mjs';
import { builtPages } from './built-pages.ts';
import { commandOf, compilePages, type Door } from './doors.ts';
import { databaseOf, forget, newDataDir } from './library-data.ts';
import { announcedPort, answeringPort, freePort } from './ports.ts';

export type Settings = Record<string, string | undefined>;

type Options = {
  /** Settings of this library; those of the person who runs the tests are not passed on. */
  env?: Settings;
  /** A folder to keep afterwards, as another start needs it: from `newDataDir`, to be given to `forget`. */
  dataDir?: string;
  /** The command that starts it. */
  door?: Door;
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
export async function startLibrary({
  env = {},
  dataDir,
  door = 'npm start',
}: Options = {}): Promise<Library> {
  await builtPages();
  const folder = dataDir ?? newDataDir();
  const settings = await settingsFor(folder, door, env);
  const { child, told, complaints } = launch(settings, door);
  const ended = once(child, 'exit');
  const clear = async () => dataDir ?? (await forget(folder));
  const ready =
    settings.PORT === '0' ? announcedPort(child, told) : answeringPort(child, settings.PORT ?? '');
  const port = await Promise.race([ready, ended.then(() => undefined)]);
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
  const url = `http://localhost:${port}`;
  if (door === 'next dev') await compilePages(url);
  return { url, dataDir: folder, told, log, stop, process: child };
}

/** Starts the built library where it is expected to refuse; resolves when it has ended. */
export async function startAndEnd(settings: Settings): Promise<Ending> {
  await builtPages();
  const { child, told, complaints } = launch(settings, 'npm start');
  const giveUp = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const [code] = await once(child, 'close');
  clearTimeout(giveUp);
  return { code, told: told(), complaints: complaints() };
}

/** `PORT=0` lets the system choose, and the library says which one it is; a public address is all it says instead. */
async function settingsFor(dataDir: string, door: Door, env: Settings): Promise<Settings> {
  const announces = door === 'npm start' && !env.BASE_URL;
  const PORT = announces ? '0' : String(await freePort());
  return {
    PORT,
    DATA_DIR: dataDir,
    DATABASE_URL: await databaseOf(dataDir),
    BACKUP_TIME: 'off',
    ...env,
  };
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
  'SEARCH_RATE_LIMIT',
  'TIME_ZONE',
  'BACKUP_TIME',
  'DEMO',
  'LOG_LEVEL',
];

function launch(settings: Settings, door: Door) {
  const inherited = Object.entries(process.env).filter(([name]) => !ownSettings.includes(name));
  const { args, mode } = commandOf(door, settings.PORT ?? '');
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...Object.fromEntries(inherited), NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // `next dev` ends its own child when it is asked to end, not when it is killed.
  const leave = () => child.kill(door === 'next dev' ? 'SIGTERM' : 'SIGKILL');
  process.once('exit', leave);
  child.once('exit', () => process.off('exit', leave));
  return { child, told: collect(child.stdout), complaints: collect(child.stderr) };
}

// node:test ends the process of a file by a signal, and would leave what it started behind.
if (process.env.NODE_TEST_CONTEXT)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  return () => text;
}
