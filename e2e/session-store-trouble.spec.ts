import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { serverFlags } from '../scripts/steps/server.mjs';
import { expect, test } from './fixtures.ts';
import { databaseOf, forget, newDataDir } from './library-data.ts';
import { askLibrary, tellLibrary } from './library-records.ts';
import { freePort, startAndEnd, startLibrary } from './library-server.ts';
import { plainBrowser, visit } from './plain-browser.ts';

const redisIsHere = spawnSync('redis-server', ['--version']).status === 0;

async function startRedis(port: number, folder: string): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const redis = spawn('redis-server', options, { stdio: 'ignore' });
  process.once('exit', () => redis.kill('SIGKILL'));
  await expect.poll(() => answers(port)).toBe(true);
  return redis;
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });

async function stop(redis: ChildProcess): Promise<void> {
  redis.kill('SIGKILL');
  await once(redis, 'exit');
}

test.describe('With sessions in Redis', () => {
  test.skip(!redisIsHere, 'There is no redis-server to test with.');

  test('a library does not start without it, and says why in one sentence', async () => {
    const port = await freePort();
    const dataDir = newDataDir();
    const { code, complaints } = await startAndEnd({
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: await databaseOf(dataDir),
      SESSION_ENGINE: 'redis',
      REDIS_URL: `redis://:a-secret@127.0.0.1:${port}`,
    });
    expect(code).toBe(1);
    expect(complaints.trim().split('\n')).toHaveLength(1);
    expect(complaints).toContain(`Redis at 127.0.0.1:${port} could not be used for sessions`);
    expect(complaints).toContain('ECONNREFUSED');
    expect(complaints).not.toContain('a-secret');
    await forget(dataDir);
  });

  test('a library whose Redis goes away forgets instead of failing, and remembers when it is back', async ({
    page,
  }) => {
    test.setTimeout(90_000);
    const port = await freePort();
    const dataDir = newDataDir();
    const redis = await startRedis(port, dataDir);
    const env = { SESSION_ENGINE: 'redis', REDIS_URL: `redis://127.0.0.1:${port}`, LOG_LEVEL: 'warn' };
    const library = await startLibrary({ dataDir, env });
    const browser = plainBrowser();
    for (const visits of [1, 2, 3]) expect(await visit(browser, library.url)).toBe(visits);
    expect(library.log()).toEqual([]);

    await stop(redis);
    for (const path of ['/', '/books', '/books/1', '/list', '/preferences', '/preferences/download', '/']) {
      const started = Date.now();
      const answer = await browser.get(library.url + path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(Date.now() - started, path).toBeLessThan(3000);
    }
    await page.goto(`${library.url}/books/1`);
    await page.getByRole('main').getByRole('button').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const warnings = library.log().map((line) => JSON.parse(line));
    expect(warnings.length).toBeGreaterThan(0);
    expect(new Set(warnings.map(({ level }) => level))).toEqual(new Set([40]));
    expect(new Set(warnings.map(({ msg }) => msg))).toEqual(new Set(['the session store does not answer']));

    const again = await startRedis(port, dataDir);
    // What Redis itself has lost is gone: the visitor is a new one.
    await expect.poll(() => visit(browser, library.url), { timeout: 15_000 }).toBe(1);
    await expect.poll(() => visit(browser, library.url), { timeout: 15_000 }).toBeGreaterThan(2);
    await library.stop();
    await stop(again);
    await forget(dataDir);
  });
});

const runCommand = promisify(execFile);

type Ended = { code: number; stdout: string; stderr: string };

async function libraryCommand(dataDir: string, ...words: string[]): Promise<Ended> {
  const DATABASE_URL = await databaseOf(dataDir);
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    NODE_ENV: 'production' as const,
    DATA_DIR: dataDir,
    SESSION_ENGINE: 'database',
    DATABASE_URL,
  };
  try {
    const arguments_ = [...serverFlags, 'scripts/library.ts', ...words];
    return { code: 0, ...(await runCommand(process.execPath, arguments_, { env })) };
  } catch (error) {
    return error as Ended;
  }
}

test('A librarian removes expired sessions by a command that says how many there were', async () => {
  test.setTimeout(60_000);
  const dataDir = newDataDir();
  const library = await startLibrary({ dataDir, env: { SESSION_ENGINE: 'database' } });
  const browsers = [plainBrowser(), plainBrowser(), plainBrowser()];
  for (const browser of browsers) for (let time = 0; time < 2; time += 1) await visit(browser, library.url);
  expect(await askLibrary(library, 'select count(*) from sessions')).toBe(3);
  const some = '(select id_hash from sessions order by id_hash limit 2)';
  const longAgo = process.env.E2E_DATABASE_URL ? "timestamptz '2020-01-01'" : '1577836800000';
  await tellLibrary(library, `update sessions set expires_at = ${longAgo} where id_hash in ${some}`);

  const clear = () => libraryCommand(dataDir, 'sessions:clear');
  expect(await clear()).toMatchObject({ code: 0, stdout: 'Removed 2 expired sessions.\n', stderr: '' });
  expect(await clear()).toMatchObject({ code: 0, stdout: 'Removed 0 expired sessions.\n', stderr: '' });
  expect(await askLibrary(library, 'select count(*) from sessions')).toBe(1);
  expect(await askLibrary(library, 'select count(*) from session_values')).toBe(1);
  const counts = [];
  for (const browser of browsers) counts.push(await visit(browser, library.url));
  expect(counts.sort()).toEqual([1, 1, 3]);
  await library.stop();
  await forget(dataDir);
});

test('A server that starts removes what expired, and says how much', async () => {
  const dataDir = newDataDir();
  const env = { SESSION_ENGINE: 'database' };
  const library = await startLibrary({ dataDir, env });
  const browser = plainBrowser();
  for (let time = 0; time < 2; time += 1) await visit(browser, library.url);
  const longAgo = process.env.E2E_DATABASE_URL ? "timestamptz '2020-01-01'" : '1577836800000';
  await tellLibrary(library, `update sessions set expires_at = ${longAgo}`);
  const yesterday = "update library_settings set value = '2020-01-01' where name = 'sessions_cleared_on'";
  await library.stop();
  await tellLibrary(library, yesterday);
  const again = await startLibrary({ dataDir, env });
  await expect.poll(() => askLibrary(again, 'select count(*) from sessions')).toBe(0);
  await expect.poll(() => again.log().join('\n')).toContain('"removed":1');
  await again.stop();
  await forget(dataDir);
});

test('A command that there is not ends with 1 and says which there are', async () => {
  const dataDir = newDataDir();
  for (const words of [['sessions:erase'], [], ['toString'], ['__proto__']]) {
    const { code, stdout, stderr } = await libraryCommand(dataDir, ...words);
    expect([words, code, stdout]).toEqual([words, 1, '']);
    expect(stderr).toContain('sessions:clear');
  }
  await forget(dataDir);
});
