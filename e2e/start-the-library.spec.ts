import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { forget, newDataDir } from './library-data.ts';
import { type Library, type Settings, startAndEnd, startLibrary } from './library-server.ts';

const inSqlite = { DATABASE_URL: undefined };

const test = base.extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
  dataDir: async ({}, use) => {
    const folder = newDataDir();
    await use(folder);
    await forget(folder);
  },
});

/** Every file below a folder with what it contains. */
function contentsOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true }).map(String).sort();
  return Object.fromEntries(paths.map((path) => [path, fingerprint(join(folder, path))]));
}

function fingerprint(path: string): string {
  if (statSync(path).isDirectory()) return 'folder';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

async function expectRefusal(dataDir: string, settings: Settings, sentence: RegExp): Promise<void> {
  const before = contentsOf(dataDir);
  const ending = await startAndEnd({ PORT: '0', DATA_DIR: dataDir, ...settings });
  expect(ending.complaints.trim()).toMatch(sentence);
  expect(ending.complaints.trim().split('\n')).toHaveLength(1);
  expect(ending.told).not.toContain('ready');
  expect(ending.code).toBe(1);
  expect(contentsOf(dataDir)).toEqual(before);
}

test.describe('A start that cannot succeed says why in one sentence and changes nothing', () => {
  test('the port is in use', async ({ dataDir }) => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await expectRefusal(dataDir, { PORT: String(port) }, new RegExp(`^Port ${port} is in use: .+ set PORT`));
    other.close();
  });

  test('the data directory cannot be written', async ({ dataDir }) => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, 'not a folder');
    const below = join(file, 'data');
    await expectRefusal(dataDir, { DATA_DIR: below }, /^The data directory .+a-file\/data cannot be written/);
  });

  test('the database is not SQLite', async ({ dataDir }) => {
    writeFileSync(join(dataDir, 'library.db'), 'Title;Author\nMiddlemarch;George Eliot\n');
    await expectRefusal(
      dataDir,
      {},
      /library\.db is not a SQLite database: move it away or set DATABASE_URL/,
    );
  });

  test('the database is from a newer version', async ({ dataDir }) => {
    const library = await startLibrary({ dataDir, env: inSqlite });
    await library.stop();
    const database = new Sqlite(join(dataDir, 'library.db'));
    database.prepare('insert into applied_migrations (created_at, hash) values (?, ?)').run(4e12, 'future');
    database.close();
    await expectRefusal(dataDir, {}, /^The database is from a newer version of LocalLibrary: update/);
  });

  test('PostgreSQL cannot be reached', async ({ dataDir }) => {
    const DATABASE_URL = 'postgres://ada:lovelace@127.0.0.1:1/library';
    await expectRefusal(
      dataDir,
      { DATABASE_URL },
      /^PostgreSQL at 127\.0\.0\.1:1\/library could not be used/,
    );
  });

  const wrong: [Settings, RegExp][] = [
    [{ PORT: 'eighty' }, /^PORT holds “eighty”; it may hold a whole number/],
    [{ PORT: '70000' }, /^PORT holds “70000”/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL holds “loud”; it may hold fatal, error/],
    [
      { SESSION_PASSWORD: 'Call me Ishmael' },
      /^SESSION_PASSWORD holds (?!.*Ishmael).+ at least 32 characters/,
    ],
    [{ DATABASE_URL: 'mysql://localhost/library' }, /^DATABASE_URL holds .+ postgres:/],
    [{ BASE_URL: 'library.example.org' }, /^BASE_URL holds “library\.example\.org”/],
    [{ DEMO: 'maybe' }, /^DEMO holds “maybe”; it may hold on or off/],
  ];
  for (const [settings, sentence] of wrong) {
    const [[name, value] = []] = Object.entries(settings);
    test(`${name} holds ${value}`, ({ dataDir }) => expectRefusal(dataDir, settings, sentence));
  }
});

test('What was there after the first start is there after the second', async ({ dataDir }) => {
  const first = await startLibrary({ dataDir, env: inSqlite });
  const before = await visit(first);
  await first.stop();

  const second = await startLibrary({ dataDir, env: inSqlite });
  expect(second.told()).not.toContain('demonstration library is loaded');
  const after = await visit(second, before.cookie);
  await second.stop();

  expect(before.counts).toMatch(/[1-9]\d{2}/);
  expect(after.counts).toBe(before.counts);
  expect([before.visits, after.visits]).toEqual(['1', '2']);
});

async function visit(library: Library, cookie = '') {
  const answer = await fetch(library.url, { headers: { cookie } });
  const html = await answer.text();
  return {
    counts: /<dl.*?<\/dl>/s.exec(html)?.[0],
    visits: /You have visited this page (\d+) time/.exec(html)?.[1],
    cookie: answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  };
}

test('The session password is generated once, for the owner of the library only', async ({ dataDir }) => {
  const file = join(dataDir, 'session-password');
  const passwords = [];
  for (const start of ['first', 'second']) {
    const library = await startLibrary({ dataDir, env: inSqlite });
    expect(statSync(file).mode & 0o777, start).toBe(0o600);
    passwords.push(readFileSync(file, 'utf8').trim());
    await library.stop();
  }
  expect(passwords[0]?.length).toBeGreaterThanOrEqual(32);
  expect(passwords[1]).toBe(passwords[0]);
});
