import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { forget, newDataDir } from '../support/library-data.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

/** What anything in the process may do while the library runs, when it is told to. */
const trouble = `
  process.on('SIGUSR2', () => {
    process.emitWarning('a warning of Node');
    console.warn('\\u001b[33ma warning\\nof a driver');
    console.error(new Error('a failure near "geheim"'));
    Promise.reject(Object.assign(new Error('nobody caught "geheim"'), { code: 'E_LOST' }));
    setTimeout(() => { throw new Error('nor "geheim"'); });
    console.log('just so');
  });`;

let library: Library;
let file: string;
const dataDir = newDataDir();
before(async () => {
  file = join(dataDir, 'library.db');
  const script = join(dataDir, 'trouble.mjs');
  writeFileSync(script, trouble);
  const env = { DATABASE_URL: `file:${file}`, NODE_OPTIONS: `--import ${pathToFileURL(script)}` };
  library = await startLibrary({ dataDir, env });
});
after(async () => {
  await library.stop();
  await forget(dataDir);
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(library.url + path, { headers, redirect: 'manual' }).then((answer) => answer.text());

const lines = () => library.log().map((line): Record<string, unknown> => JSON.parse(line));

/** Whatever is looked for in these tables fails. */
function lose(...tables: string[]): void {
  const database = new Sqlite(file);
  for (const table of tables) database.exec(`alter table ${table} rename to lost_${table}`);
  database.close();
}

test('Every line is JSON, whoever wrote it', async (t) => {
  library.process.kill('SIGUSR2');
  await t.waitFor(() => assert.ok(lines().some(({ msg }) => String(msg).includes('nor “…”'))), {
    timeout: 20_000,
  });
  const told = lines().map(({ level, msg }) => [level, String(msg).split('\\n')[0]]);
  for (const line of [
    [40, 'Warning: a warning of Node'],
    [40, 'a warning of a driver'],
    [30, 'just so'],
  ])
    assert.ok(
      told.some((one) => JSON.stringify(one) === JSON.stringify(line)),
      JSON.stringify(line),
    );
  assert.ok(
    lines().some(({ level, msg }) => level === 50 && /E_LOST Error: nobody caught “…”/.test(String(msg))),
  );
});

/** The lines of requests after so many others, once there are `count` of them. */
const requestsAfter = (t: TestContext, earlier: number, count: number) =>
  t.waitFor(
    () => {
      const requests = lines()
        .slice(earlier)
        .filter(({ method }) => method);
      assert.equal(requests.length, count);
      return requests;
    },
    { timeout: 20_000 },
  );

test('The paths are those that were asked for', async (t) => {
  const earlier = lines().length;
  const asked = ['/books/999999', '/books/%E0%A4%A', '/nothing/at/all', '/api/v1/%E0%A4%A'];
  for (const path of asked) await ask(`${path}?q=geheim`);
  const told = await requestsAfter(t, earlier, asked.length);
  assert.deepEqual(
    told.map(({ path }) => path),
    asked,
  );
});

test('What fails is told without a word of what was asked, and where', async (t) => {
  const earlier = lines().length;
  lose('record_counts', 'books', 'sessions');
  const paths = [
    '/?geheim',
    '/books?q=geheim&author=geheim',
    '/books/1?from=geheim',
    '/books/suggestions?q=geheim',
    '/books/feed.atom?q=geheim',
    '/api/v1/search?q=geheim',
    '/api/v1/books/1?x=geheim',
    '/healthz?geheim',
    '/nothing?geheim',
  ];
  for (const path of paths)
    await ask(path, { cookie: 'library-session=geheim', referer: `${library.url}/?geheim` });
  await requestsAfter(t, earlier, paths.length);
  const failed = lines().filter(({ level, error }) => level === 50 && error);
  assert.ok(failed.length > 0);
  assert.ok(failed.some(({ error }) => /no such table/.test(String(error))));
  for (const { path } of failed)
    assert.ok(path === undefined || !String(path).startsWith('/-'), String(path));
  assert.doesNotMatch(library.log().join('\\n'), /geheim|params:/);
});
