import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { afterEach, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import { inProject, root } from '../../scripts/steps/project.mjs';
import { serverFlags } from '../../scripts/steps/server.mjs';
import { newClient, visit } from '../support/http-client.ts';
import { databaseOf, forget, newDataDir } from '../support/library-data.ts';
import { askLibrary, tellLibrary } from '../support/library-records.ts';
import { startLibrary } from '../support/library-server.ts';

const env = { SESSION_ENGINE: 'database' };
const longAgo = process.env.E2E_DATABASE_URL ? "timestamptz '2020-01-01'" : '1577836800000';

let dataDir: string;
beforeEach(() => {
  dataDir = newDataDir();
});
afterEach(() => forget(dataDir));

const runCommand = promisify(execFile);

type Ended = { code: number; stdout: string; stderr: string };

async function libraryCommand(...words: string[]): Promise<Ended> {
  const DATABASE_URL = await databaseOf(dataDir);
  const { PATH, HOME } = process.env;
  const settings = { PATH, HOME, NODE_ENV: 'production' as const, DATA_DIR: dataDir, ...env, DATABASE_URL };
  try {
    const args = [...serverFlags, inProject('scripts/library.ts'), ...words];
    return { code: 0, ...(await runCommand(process.execPath, args, { cwd: root, env: settings })) };
  } catch (error) {
    return error as Ended;
  }
}

test('A librarian removes expired sessions by a command that says how many there were', async () => {
  const library = await startLibrary({ dataDir, env });
  const clients = [newClient(), newClient(), newClient()];
  for (const client of clients) for (let time = 0; time < 2; time += 1) await visit(client, library.url);
  assert.equal(await askLibrary(library, 'select count(*) from sessions'), 3);
  const some = '(select id_hash from sessions order by id_hash limit 2)';
  await tellLibrary(library, `update sessions set expires_at = ${longAgo} where id_hash in ${some}`);

  const ended = (count: number) => ({ code: 0, stdout: `Removed ${count} expired sessions.\n`, stderr: '' });
  assert.partialDeepStrictEqual(await libraryCommand('sessions:clear'), ended(2));
  assert.partialDeepStrictEqual(await libraryCommand('sessions:clear'), ended(0));
  assert.equal(await askLibrary(library, 'select count(*) from sessions'), 1);
  assert.equal(await askLibrary(library, 'select count(*) from session_values'), 2, 'visits and their days');
  const counts = [];
  for (const client of clients) counts.push(await visit(client, library.url));
  assert.deepEqual(counts.sort(), [1, 1, 3]);
  await library.stop();
});

test('A server that starts removes what expired, and says how much', async (t) => {
  const library = await startLibrary({ dataDir, env });
  const client = newClient();
  for (let time = 0; time < 2; time += 1) await visit(client, library.url);
  await tellLibrary(library, `update sessions set expires_at = ${longAgo}`);
  await library.stop();
  await tellLibrary(library, "delete from job_runs where job = 'sessions:clear'");
  const again = await startLibrary({ dataDir, env });
  const cleared = async () => {
    assert.equal(await askLibrary(again, 'select count(*) from sessions'), 0);
    assert.match(again.log().join('\n'), /"did":"Removed 1 expired session\."/);
  };
  await t.waitFor(cleared, { timeout: 10_000 });
  await again.stop();
});

test('A command that there is not ends with 1 and says which there are', async () => {
  for (const words of [['sessions:erase'], [], ['toString'], ['__proto__']]) {
    const { code, stdout, stderr } = await libraryCommand(...words);
    assert.deepEqual([words, code, stdout], [words, 1, '']);
    assert.match(stderr, /sessions:clear/);
  }
});
