import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { newClient, visitsOf } from '../support/http-client.ts';
import { databaseOf, forget, newDataDir } from '../support/library-data.ts';
import { type Settings, startAndEnd, startLibrary } from '../support/library-server.ts';
import { freePort } from '../support/ports.ts';
import { redisIsHere } from '../support/redis.ts';

const inSqlite = { DATABASE_URL: undefined };

let dataDir: string;
beforeEach(() => {
  dataDir = newDataDir();
});
afterEach(() => forget(dataDir));

/** Every file below a folder with what it contains. */
function contentsOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true }).map(String).sort();
  return Object.fromEntries(paths.map((path) => [path, fingerprint(join(folder, path))]));
}

function fingerprint(path: string): string {
  if (statSync(path).isDirectory()) return 'folder';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

async function expectRefusal(settings: Settings, sentence: RegExp): Promise<void> {
  const before = contentsOf(dataDir);
  const { code, told, complaints } = await startAndEnd({ PORT: '0', DATA_DIR: dataDir, ...settings });
  assert.match(complaints.trim(), sentence);
  assert.equal(complaints.trim().split('\n').length, 1);
  assert.doesNotMatch(told, /ready/);
  assert.equal(code, 1);
  assert.deepEqual(contentsOf(dataDir), before);
}

describe('A start that cannot succeed says why in one sentence and changes nothing', () => {
  test('the port is in use', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await expectRefusal({ PORT: String(port) }, new RegExp(`^Port ${port} is in use: .+ set PORT`));
    other.close();
  });

  test('the data directory cannot be written', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, 'not a folder');
    const below = join(file, 'data');
    await expectRefusal({ DATA_DIR: below }, /^The data directory .+a-file\/data cannot be written/);
  });

  test('the database is not SQLite', async () => {
    writeFileSync(join(dataDir, 'library.db'), 'Title;Author\nMiddlemarch;George Eliot\n');
    await expectRefusal({}, /library\.db is not a SQLite database: move it away or set DATABASE_URL/);
  });

  test('the database is from a newer version', async () => {
    const library = await startLibrary({ dataDir, env: inSqlite });
    await library.stop();
    const database = new Sqlite(join(dataDir, 'library.db'));
    database.prepare('insert into applied_migrations (created_at, hash) values (?, ?)').run(4e12, 'future');
    database.close();
    await expectRefusal({}, /^The database is from a newer version of LocalLibrary: update/);
  });

  test('PostgreSQL cannot be reached', () => {
    const DATABASE_URL = 'postgres://ada:lovelace@127.0.0.1:1/library';
    return expectRefusal({ DATABASE_URL }, /^PostgreSQL at 127\.0\.0\.1:1\/library could not be used/);
  });

  const skip = redisIsHere() ? false : 'There is no redis-server to test with.';
  test('Redis, where sessions are to be, cannot be reached', { skip }, async () => {
    const port = await freePort();
    const { code, complaints } = await startAndEnd({
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: await databaseOf(dataDir),
      SESSION_ENGINE: 'redis',
      REDIS_URL: `redis://:a-secret@127.0.0.1:${port}`,
    });
    assert.equal(code, 1);
    assert.equal(complaints.trim().split('\n').length, 1);
    assert.match(complaints, new RegExp(`Redis at 127.0.0.1:${port} could not be used for sessions`));
    assert.match(complaints, /ECONNREFUSED/);
    assert.doesNotMatch(complaints, /a-secret/);
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
    [{ TIME_ZONE: 'Macondo' }, /^TIME_ZONE holds “Macondo”; it may hold the name of a time zone/],
    [{ DEMO: 'maybe' }, /^DEMO holds “maybe”; it may hold on or off/],
  ];
  for (const [settings, sentence] of wrong) {
    const [[name, value] = []] = Object.entries(settings);
    test(`${name} holds ${value}`, () => expectRefusal(settings, sentence));
  }
});

test('What was there after the first start is there after the second', async () => {
  const client = newClient();
  const visit = async (url: string) => {
    const answer = await client.get(url);
    return { counts: /<dl.*?<\/dl>/s.exec(answer.text)?.[0] ?? '', visits: visitsOf(answer) };
  };
  const first = await startLibrary({ dataDir, env: inSqlite });
  const before = await visit(first.url);
  await first.stop();

  const second = await startLibrary({ dataDir, env: inSqlite });
  assert.doesNotMatch(second.told(), /demonstration library is loaded/);
  const after = await visit(second.url);
  await second.stop();

  assert.match(before.counts, /[1-9]\d{2}/);
  assert.equal(after.counts, before.counts);
  assert.deepEqual([before.visits, after.visits], [1, 2]);
});

test('The session password is generated once, for the owner of the library only', async () => {
  const file = join(dataDir, 'session-password');
  const passwords = [];
  for (const start of ['first', 'second']) {
    const library = await startLibrary({ dataDir, env: inSqlite });
    assert.equal(statSync(file).mode & 0o777, 0o600, start);
    passwords.push(readFileSync(file, 'utf8').trim());
    await library.stop();
  }
  const [first = '', second] = passwords;
  assert.ok(first.length >= 32);
  assert.equal(second, first);
});
